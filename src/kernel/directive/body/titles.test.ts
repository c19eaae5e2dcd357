import { expect, test } from 'vitest'
import { readDirective, type Task } from '../directive.ts'

/** Titles that name bodies, classes whose members the text lists, and whom a letter means by «nêu trên». Our own words. */
const HEAD = 'Số: 12/UBND-TH\nBình An, ngày 05 tháng 9 năm 2025\n\n'
const tasksOf = (text: string): readonly Task[] => readDirective(`${HEAD}${text}`).tasks
const leadsOf = (text: string): readonly (readonly string[])[] => tasksOf(text).map(({ lead }) => lead)

test('[DIR-56] a title over items keeps what says which of a class, without a colon too', () => {
  expect(
    leadsOf(
      '1. Chủ tịch UBND các xã, phường ven biển, cửa sông\n- Gọi tàu thuyền vào bờ.\n2. Đối với các cơ sở giáo dục có bếp ăn bán trú\n- Lưu mẫu thức ăn theo quy định.\n3. Thành viên Tổ công tác nghỉ phép\n- Báo cáo Tổ trưởng trước khi nghỉ.\n4. Các thành viên Ban Chỉ huy căn cứ nhiệm vụ được phân công:\n- Kiểm tra các xã được giao.',
    ),
  ).toEqual([
    ['UBND các xã, phường ven biển, cửa sông'],
    ['các cơ sở giáo dục có bếp ăn bán trú'],
    ['các cơ sở giáo dục có bếp ăn bán trú'],
    ['Các thành viên Ban Chỉ huy'],
  ])
})

test('[DIR-56] a title that says who leads and who helps holds for what stands under it', () => {
  expect(
    tasksOf('3. Sở Y tế chủ trì, phối hợp với Công an tỉnh\n- Kiểm tra các quầy thuốc.\n- Xử lý quầy thuốc vi phạm.').map((task) => [
      task.lead,
      task.coordinating,
    ]),
  ).toEqual([
    [['Sở Y tế'], ['Công an tỉnh']],
    [['Sở Y tế'], ['Công an tỉnh']],
  ])
})

test('[DIR-56] behind the colon of a title may stand nothing but who its class is', () => {
  expect(leadsOf('1. Các doanh nghiệp viễn thông: VNPT Bình An, Viettel Bình An\n- Mở rộng vùng phủ sóng.')).toEqual([
    ['VNPT Bình An', 'Viettel Bình An'],
  ])
})

test('[DIR-56] a header that charges twice charges both', () => {
  expect(leadsOf('Sở Y tế đề nghị UBND các xã, phường; yêu cầu các bệnh viện trực thuộc thực hiện:\n- Rà soát nhân lực.')).toEqual([
    ['UBND các xã, phường', 'các bệnh viện trực thuộc'],
  ])
})

test('[DIR-27] sections of the Party’s letters are numbered «1-», «3.1-»', () => {
  expect(
    leadsOf(
      'Ban Thường vụ yêu cầu các cấp ủy, chính quyền và các đoàn thể thực hiện các nhiệm vụ sau:\n1- Đổi mới công tác tuyên truyền.\n2- Tổ chức thực hiện\n2.1- Đảng ủy Công an tỉnh lãnh đạo tuần tra trên biển.',
    ),
  ).toEqual([['các cấp ủy, chính quyền', 'các đoàn thể'], ['Đảng ủy Công an tỉnh']])
})

test('[DIR-57] whom to ask for more is no order', () => {
  expect(
    leadsOf('Đề nghị Sở Y tế gửi số liệu. Thông tin chi tiết liên hệ ông Lê Văn Ba, điện thoại 0900. Mọi vướng mắc xin liên hệ Văn phòng.'),
  ).toEqual([['Sở Y tế']])
})

test('[DIR-58] «UBND các xã, phường: A, B» does not say which is which: the text elsewhere does, or a person must', () => {
  const [task] = tasksOf('Kính gửi: UBND phường Hòa Lâm\n\nGiao UBND các xã, phường: Hòa Lâm, Bình Sơn rà soát nhân khẩu.')
  expect(task?.lead).toEqual(['UBND phường Hòa Lâm', 'UBND Bình Sơn'])
  expect(task?.check).toContain('Chưa rõ nơi nào là xã, nơi nào là phường')
  expect(leadsOf('Giao UBND các phường: Hòa Lâm, Bình Sơn rà soát nhân khẩu.')).toEqual([['UBND phường Hòa Lâm', 'UBND phường Bình Sơn']])
  expect(leadsOf('Giao UBND các tỉnh, thành phố: Huế, Gia Lai rà soát nhân khẩu.')).toEqual([['UBND thành phố Huế', 'UBND tỉnh Gia Lai']])
})

test('[DIR-59] «UBND các tỉnh nêu trên» are those the letter is sent to, «quý cơ quan» all of them', () => {
  expect(
    leadsOf('Kính gửi:\n- Bộ Y tế;\n- UBND các tỉnh: Gia Lai, Lào Cai.\n\n1. UBND các tỉnh nêu trên tiếp nhận, phân bổ thuốc dự trữ.'),
  ).toEqual([['UBND tỉnh Gia Lai', 'UBND tỉnh Lào Cai']])
  expect(
    leadsOf(
      'Kính gửi:\n- Sở Y tế;\n- Sở Nội vụ;\n- Thanh tra tỉnh;\n- Công an tỉnh.\n\nĐể kịp tổng hợp, Sở Tài chính đề nghị Quý cơ quan gửi số liệu.',
    ),
  ).toEqual([['Sở Y tế', 'Sở Nội vụ', 'Thanh tra tỉnh', 'Công an tỉnh']])
})

test('[DIR-15] what answers for something and then does something; another case with its own day; the same product sent', () => {
  expect(leadsOf('1. Sở Y tế chịu trách nhiệm toàn diện về số liệu; tiếp nhận, phân bổ thuốc dự trữ.')).toEqual([['Sở Y tế']])
  expect(
    tasksOf(
      '1. UBND xã Hòa Lâm:\n- Vận động các hộ bàn giao mặt bằng trong tháng 10/2025; trường hợp hộ không chấp hành thì lập hồ sơ cưỡng chế, hoàn thành trước ngày 20/11/2025.\n- Đánh giá khả năng thu; gửi Sở Tài chính trước ngày 22/9/2025.',
    ).map(({ due }) => due.date),
  ).toEqual(['2025-10-31', '2025-11-20', '2025-09-22'])
})

test('[DIR-15] «Đồng ý …» is what the writer says, though the addressees are charged above', () => {
  expect(
    leadsOf(
      'Kính gửi: Bộ Y tế, Bộ Tài chính\n\nVề việc này, Phó Thủ tướng có ý kiến như sau:\n1. Đồng ý về nguyên tắc với đề xuất của Bộ Y tế; giao Bộ Tài chính bố trí kinh phí.',
    ),
  ).toEqual([['Bộ Tài chính']])
})

test('[DIR-15] a role that is work, and a topic before a colon', () => {
  expect(leadsOf('2. Phòng Kinh tế\n- Là đơn vị đầu mối tham mưu UBND phường tổ chức thực hiện Kế hoạch này.')).toEqual([['Phòng Kinh tế']])
  expect(leadsOf('2. Sở Nội vụ\n- Đối với người hoạt động bán chuyên trách: tiếp tục sử dụng đến hết ngày 31/5/2026.')).toEqual([
    ['Sở Nội vụ'],
  ])
})

test('[DIR-12] «liên quan» ends a class; a class may govern, and what it governs is its work', () => {
  expect(leadsOf('Giao Sở Y tế và các đơn vị liên quan tạm hoãn các cuộc họp.')).toEqual([['Sở Y tế', 'các đơn vị liên quan']])
  expect(tasksOf('Công an tỉnh phối hợp với các địa phương ven biển quản lý chặt chẽ tàu thuyền.')[0]?.coordinating).toEqual([
    'các địa phương ven biển',
  ])
  expect(leadsOf('Yêu cầu các đơn vị quản lý hồ chứa rà soát quy trình vận hành.')).toEqual([['các đơn vị quản lý hồ chứa']])
})

test('[DIR-10] heads of a «Ban» that begins with the word, and members of a body', () => {
  expect(leadsOf('Giao đồng chí Trưởng ban Ban Quản lý Khu kinh tế kiểm tra thực địa.')).toEqual([['Ban Quản lý Khu kinh tế']])
  expect(leadsOf('7. Các đồng chí thành viên Ban Chỉ huy theo nhiệm vụ được phân công trực tiếp kiểm tra địa bàn.')).toEqual([
    ['Các đồng chí thành viên Ban Chỉ huy'],
  ])
})

test('[DIR-11] fields of one house may stand between semicolons', () => {
  expect(
    leadsOf('4. Các Sở: Văn hóa, Thể thao và Du lịch; Nông nghiệp và Môi trường theo chức năng, nhiệm vụ:\n- Kiểm tra khu du lịch.'),
  ).toEqual([['Sở Văn hóa, Thể thao và Du lịch', 'Sở Nông nghiệp và Môi trường']])
})

test('[DIR-37] what another says word for word charges whom he names, not him', () => {
  const [task] = tasksOf('Bộ Xây dựng đề nghị: “UBND các tỉnh rà soát quỹ đất phát triển nhà ở; báo cáo Bộ trước ngày 30/9/2025”.')
  expect([task?.lead, task?.check?.includes('Nằm trong ngoặc kép')]).toEqual([['UBND các tỉnh'], true])
})

test('[DIR-21] who leads and who helps in one line', () => {
  expect(
    tasksOf('a) Đưa sản phẩm lên sàn thương mại.\n- Chủ trì: Sở Công Thương; phối hợp: Sở Y tế, Bưu điện tỉnh.').map((task) => [
      task.lead,
      task.coordinating,
    ]),
  ).toEqual([[['Sở Công Thương'], ['Sở Y tế', 'Bưu điện tỉnh']]])
})

test('[DIR-18] [DIR-19] who gets it: the house that writes, who is answered; not whom the receiver then reports to', () => {
  const to = (text: string): readonly string[] => tasksOf(text)[0]?.recipients ?? []
  expect(to('Giao Sở Y tế tổng hợp, tham mưu UBND tỉnh báo cáo Bộ Y tế kết quả.')).toEqual(['UBND tỉnh'])
  expect(to('Giao Sở Y tế dự thảo văn bản của UBND tỉnh báo cáo Bộ Y tế, trình UBND tỉnh.')).toEqual(['UBND tỉnh'])
  expect(to('Giao Sở Y tế nghiên cứu, trả lời UBND xã Hòa Lâm bằng văn bản.')).toEqual(['UBND xã Hòa Lâm'])
  expect(
    readDirective('SỞ Y TẾ\nSố: 3/SYT-VP\n\nCác phòng chuyên môn tham mưu Giám đốc Sở thành lập đoàn kiểm tra.').tasks[0]?.recipients,
  ).toEqual(['Sở Y tế'])
})

test('[DIR-17] «chủ trì, cùng …» names a partner', () => {
  expect(tasksOf('Giao Sở Y tế chủ trì, cùng các Sở: Tài chính, Nội vụ nghiên cứu đề án.')[0]?.coordinating).toEqual([
    'Sở Tài chính',
    'Sở Nội vụ',
  ])
})

test('[DIR-60] who does it may stand in brackets behind the work', () => {
  expect(
    tasksOf(
      'a) Lắp camera tại các bến thuyền (Công an xã chủ trì, phối hợp với Sở Y tế; hoàn thành quý III/2026).\nb) Số hóa hồ sơ lưu trữ (giao Sở Nội vụ).',
    ).map((task) => [task.lead, task.coordinating, task.due.date]),
  ).toEqual([
    [['Công an xã'], ['Sở Y tế'], '2026-09-30'],
    [['Sở Nội vụ'], [], null],
  ])
  expect(leadsOf('a) Cải tạo trụ sở cũ (Sở Nội vụ trước đây đã bàn giao).')).toEqual([])
})

test('[DIR-40] behind a known body and before a colon stand names, though no list knows them', () => {
  expect(leadsOf('4. Bộ Y tế, Trung ương Hội Phụ nữ và Quân y viện Bình An: Tuyên truyền, vận động người dân.')).toEqual([
    ['Bộ Y tế', 'Trung ương Hội Phụ nữ', 'Quân y viện Bình An'],
  ])
})

test('[DIR-41] «nếu cần …» is a condition, behind which another body may act', () => {
  expect(
    leadsOf(
      '2. Sở Y tế\n- Kiểm tra các quầy thuốc.\nTrong quá trình thực hiện nếu cần sửa đổi, bổ sung, các đơn vị chủ động đề xuất gửi Sở Y tế.',
    ),
  ).toEqual([['Sở Y tế'], ['các đơn vị']])
})

test('[DIR-18] opinions are asked of, papers go over to; goods and help are no product', () => {
  const to = (text: string): readonly string[] => tasksOf(text)[0]?.recipients ?? []
  expect(to('Sở Y tế chủ động báo cáo, xin ý kiến UBND tỉnh, Bộ Y tế.')).toEqual(['UBND tỉnh', 'Bộ Y tế'])
  expect(to('Sở Y tế chuyển hồ sơ sang cơ quan Công an xử lý.')).toEqual(['cơ quan Công an'])
  expect(to('Sở Y tế bàn giao hồ sơ cho Sở Nội vụ quản lý.')).toEqual(['Sở Nội vụ'])
  expect(to('Sở Y tế cung cấp số liệu cho UBND các xã, phường, Sở Xây dựng.')).toEqual(['UBND các xã, phường', 'Sở Xây dựng'])
  expect(to('Sở Y tế cung cấp khí cho Trung tâm Nhiệt điện Bình An.')).toEqual([])
  expect(to('Sở Y tế tham mưu Ban Chỉ đạo tỉnh kiểm tra.')).toEqual(['Ban Chỉ đạo tỉnh'])
})

test('[DIR-19] a draft that another sends is for him', () => {
  const to = (text: string): readonly string[] => tasksOf(text)[0]?.recipients ?? []
  expect(to('Sở Y tế tham mưu văn bản để UBND tỉnh báo cáo Bộ Y tế.')).toEqual(['UBND tỉnh'])
  expect(to('Sở Y tế hoàn thiện dự thảo để UBND tỉnh trình HĐND tỉnh.')).toEqual(['UBND tỉnh'])
})
