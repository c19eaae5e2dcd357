import { expect, test } from 'vitest'
import { readDirective } from './directive.ts'

/**
 * Letters of many kinds of issuers, in our own words, each read whole: who speaks, and «who: first words · when» of each task.
 */
const STATE = 'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc'
const readingOf = (text: string): unknown => {
  const { identity, tasks } = readDirective(text)
  return {
    issuer: identity.issuer,
    tasks: tasks.map(({ lead, quote, due, period }) => {
      const when = period?.every ?? due.date ?? (due.kind === 'none' ? null : `${due.days ?? ''}${due.kind}`)
      return `${lead.join(' + ')}: ${quote.split(' ').slice(0, 4).join(' ')}${when === null ? '' : ` · ${when}`}`
    }),
  }
}

test('[DIR-14] a letter of a ministry: what it rests on and what it asks for stand in one sentence', () => {
  expect(
    readingOf(`BỘ XÂY DỰNG\n${STATE}\nSố: 3517/BXD-KCHT\nHà Nội, ngày 12 tháng 8 năm 2025\nKính gửi: Ủy ban nhân dân các tỉnh, thành phố

Căn cứ Nghị định số 165/2024/NĐ-CP ngày 26/12/2024 của Chính phủ, trước diễn biến bất thường của thời tiết, Bộ Xây dựng đề nghị Ủy ban nhân dân các tỉnh, thành phố thực hiện một số nội dung sau:

1. Rà soát biển báo tại các vị trí có nguy cơ sạt lở.

2. Chuẩn bị vật tư dự phòng, hoàn thành trước ngày 30/8/2025.

3. Tổng hợp thiệt hại, gửi về Bộ Xây dựng trước 16 giờ hằng ngày để tổng hợp, báo cáo Thủ tướng Chính phủ.

Giao Cục Đường bộ Việt Nam đôn đốc, theo dõi việc thực hiện nội dung văn bản này.`),
  ).toEqual({
    issuer: 'Bộ Xây dựng',
    tasks: [
      'Ủy ban nhân dân các tỉnh, thành phố: Rà soát biển báo',
      'Ủy ban nhân dân các tỉnh, thành phố: Chuẩn bị vật tư · 2025-08-30',
      'Ủy ban nhân dân các tỉnh, thành phố: Tổng hợp thiệt hại, · P1D',
      'Cục Đường bộ Việt Nam: Giao Cục Đường bộ',
    ],
  })
})

test('[DIR-10] [DIR-15] an instruction of the Prime Minister: heads of ministries, a deputy who oversees it', () => {
  expect(
    readingOf(`THỦ TƯỚNG CHÍNH PHỦ\n${STATE}\nSố: 18/CT-TTg\nHà Nội, ngày 20 tháng 6 năm 2025\n\nCHỈ THỊ\nVề quản lý tài sản công

Thời gian qua, nhiều trụ sở chưa được xử lý. Để khắc phục tình trạng trên, Thủ tướng Chính phủ yêu cầu:

1. Bộ Tài chính:

a) Hoàn thiện cơ sở dữ liệu về tài sản công, xong trong quý III năm 2025.

b) Không để xảy ra thất thoát khi bàn giao tài sản.

2. Thanh tra Chính phủ đưa nội dung quản lý trụ sở vào kế hoạch thanh tra năm 2026.

3. Giao Phó Thủ tướng Lê Văn Ba trực tiếp chỉ đạo việc thực hiện Chỉ thị này.

4. Văn phòng Chính phủ theo dõi, đôn đốc; định kỳ 6 tháng tổng hợp, báo cáo Thủ tướng Chính phủ./.`),
  ).toEqual({
    issuer: 'Thủ tướng Chính phủ',
    tasks: [
      'Bộ Tài chính: Hoàn thiện cơ sở · 2025-09-30',
      'Bộ Tài chính: Không để xảy ra',
      'Thanh tra Chính phủ: Thanh tra Chính phủ',
      'Phó Thủ tướng Lê Văn Ba: Giao Phó Thủ tướng',
      'Văn phòng Chính phủ: Văn phòng Chính phủ',
      'Văn phòng Chính phủ: định kỳ 6 tháng · P6M',
    ],
  })
})

test('[DIR-12] a resolution of a People’s Council: its bodies watch over it, marks to be reached are nobody’s', () => {
  expect(
    readingOf(`HỘI ĐỒNG NHÂN DÂN\nTỈNH BÌNH AN\n${STATE}\nSố: 27/NQ-HĐND\nBình An, ngày 10 tháng 7 năm 2025\n\nNGHỊ QUYẾT\nVề nhiệm vụ cuối năm

Xét Tờ trình số 112/TTr-UBND ngày 30 tháng 6 năm 2025 của Ủy ban nhân dân tỉnh; ý kiến thảo luận của đại biểu.

QUYẾT NGHỊ:

Điều 1. Thông qua nhiệm vụ 6 tháng cuối năm với các chỉ tiêu sau:

1. Thu ngân sách đạt 12.500 tỷ đồng.

Điều 2. Tổ chức thực hiện

1. Giao Ủy ban nhân dân tỉnh tổ chức triển khai thực hiện Nghị quyết, báo cáo kết quả.

2. Phấn đấu tỷ lệ giải ngân đạt 100% kế hoạch.

3. Cho phép kéo dài thời gian giải ngân của các dự án chuyển tiếp.

4. Thường trực Hội đồng nhân dân, các Ban của Hội đồng nhân dân, các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh giám sát việc thực hiện Nghị quyết.`),
  ).toEqual({
    issuer: 'HĐND tỉnh Bình An',
    tasks: [
      'Ủy ban nhân dân tỉnh: Giao Ủy ban nhân',
      'Thường trực Hội đồng nhân dân + các Ban của Hội đồng nhân dân + các Tổ đại biểu và đại biểu Hội đồng nhân dân tỉnh: Thường trực Hội đồng',
    ],
  })
})

test('[DIR-5] a telegram of a ministry: its hour, its addressees', () => {
  const text = `BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG\n${STATE}\nSố: 21/CĐ-BNNMT\nHà Nội, hồi 9 giờ 00 ngày 19 tháng 7 năm 2025\n\nCÔNG ĐIỆN\nVề ứng phó bão

BỘ TRƯỞNG BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG điện:

- Ủy ban nhân dân các tỉnh, thành phố từ Quảng Ninh đến Lâm Đồng;

Để chủ động ứng phó với bão, Bộ Nông nghiệp và Môi trường đề nghị:

1. Đối với vùng núi

- Rà soát khu dân cư ven sông, suối.

2. Các Bộ, ngành theo chức năng quản lý nhà nước và nhiệm vụ được giao phối hợp với địa phương trong công tác ứng phó.

3. Tổ chức trực ban, thường xuyên báo cáo về Bộ Nông nghiệp và Môi trường.`
  expect(readDirective(text).identity.date).toBe('2025-07-19')
  expect(readingOf(text)).toEqual({
    issuer: 'Bộ Nông nghiệp và Môi trường',
    tasks: [
      'Ủy ban nhân dân các tỉnh, thành phố từ Quảng Ninh đến Lâm Đồng: Rà soát khu dân',
      'Các Bộ, ngành: Các Bộ, ngành theo',
      'Ủy ban nhân dân các tỉnh, thành phố từ Quảng Ninh đến Lâm Đồng: Tổ chức trực ban, · standing',
    ],
  })
})

test('[DIR-5] [DIR-12] letters of the Party: the office of a committee, committees as a class, who speaks', () => {
  expect(
    readingOf(`TỈNH ỦY BÌNH AN\nVĂN PHÒNG\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 88-CV/VPTU\nBình An, ngày 2 tháng 6 năm 2025

Kính gửi: Các đảng ủy xã, phường

Thực hiện Kết luận số 150-KL/TW ngày 14/4/2025 của Bộ Chính trị, Thường trực Tỉnh ủy có ý kiến như sau:

1. Giao Đảng ủy UBND tỉnh chỉ đạo rà soát quy hoạch cán bộ, hoàn thành trước ngày 20/6/2025.

2. Các đảng ủy xã, phường báo cáo kết quả về Tỉnh ủy trước ngày 15 hằng tháng.`),
  ).toEqual({
    issuer: 'Văn phòng Tỉnh ủy Bình An',
    tasks: ['Đảng ủy UBND tỉnh: Giao Đảng ủy UBND · 2025-06-20', 'Các đảng ủy xã, phường: Các đảng ủy xã, · P1M'],
  })
  expect(
    readingOf(`BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nĐẢNG CỘNG SẢN VIỆT NAM\nSố 31-CT/TU\nBình An, ngày 10 tháng 02 năm 2025\n\nCHỈ THỊ

Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy, tổ chức đảng thực hiện tốt các nội dung sau:

1. Quán triệt chủ trương của Trung ương.

2. Đảng đoàn HĐND tỉnh, Ban cán sự đảng UBND tỉnh lãnh đạo công tác bố trí kinh phí.`),
  ).toEqual({
    issuer: 'Ban Chấp hành Đảng bộ tỉnh',
    tasks: ['các cấp ủy, tổ chức đảng: Quán triệt chủ trương', 'Đảng đoàn HĐND tỉnh + Ban cán sự đảng UBND tỉnh: Đảng đoàn HĐND tỉnh,'],
  })
})

test('[DIR-9] [DIR-21] a plan of a ward: names with commas, labels in any order, an annex in a table', () => {
  expect(
    readingOf(`ỦY BAN NHÂN DÂN\nPHƯỜNG TÂN HÒA\n${STATE}\nSố: 51/KH-UBND\nTân Hòa, ngày 1 tháng 8 năm 2025\n\nKẾ HOẠCH\nTổng vệ sinh

I. NỘI DUNG

1. Phát động tổng vệ sinh

- Thời gian: thứ Bảy hằng tuần.

- Đơn vị thực hiện: Các tổ dân phố.

2. Lắp đặt thùng rác công cộng

- Đơn vị chủ trì: Phòng Kinh tế, Hạ tầng và Đô thị.

- Thời hạn: trước 15/9/2025.

II. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa, Khoa học và Thông tin

- Là cơ quan thường trực, tham mưu UBND phường tổ chức thực hiện Kế hoạch.

- Gửi báo cáo về UBND phường trước ngày 15 tháng cuối quý.

2. Phòng Văn hóa - Xã hội các xã, phường phối hợp tuyên truyền.

PHỤ LỤC
| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
| I | HẠ TẦNG | | | |
| 1 | Khảo sát vùng lõm sóng | Phòng Văn hóa, Khoa học và Thông tin | các doanh nghiệp viễn thông | Quý III/2025 |`),
  ).toEqual({
    issuer: 'UBND phường Tân Hòa',
    tasks: [
      'Các tổ dân phố: Phát động tổng vệ · P1W',
      'Phòng Kinh tế, Hạ tầng và Đô thị: Lắp đặt thùng rác · 2025-09-15',
      'Phòng Văn hóa, Khoa học và Thông tin: Là cơ quan thường',
      'Phòng Văn hóa, Khoa học và Thông tin: Gửi báo cáo về · P3M',
      'Phòng Văn hóa - Xã hội các xã, phường: Phòng Văn hóa -',
      'Phòng Văn hóa, Khoa học và Thông tin: Khảo sát vùng lõm · 2025-09-30',
    ],
  })
})

test('[DIR-9] [DIR-18] a decision with the plan it gives out: «Lãnh đạo Bộ» is the ministry that writes', () => {
  const text = `BỘ Y TẾ\n${STATE}\nSố: 1290/QĐ-BYT\nHà Nội, ngày 02 tháng 4 năm 2025\n\nQUYẾT ĐỊNH\nBan hành Kế hoạch

Theo đề nghị của Cục trưởng Cục Phòng bệnh.

QUYẾT ĐỊNH:

Điều 1. Ban hành kèm theo Quyết định này Kế hoạch phòng bệnh.

Điều 2. Chánh Văn phòng Bộ, Thủ trưởng các đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.

KẾ HOẠCH
Phòng bệnh

I. MỤC TIÊU

Khống chế dịch.

II. PHÂN CÔNG

1. Cục Phòng bệnh

a) Xây dựng hướng dẫn, trình Lãnh đạo Bộ trước ngày 20/4/2025.

2. Cục Quản lý Khám, chữa bệnh

Chỉ đạo các bệnh viện thu dung, điều trị.`
  expect(readingOf(text)).toEqual({
    issuer: 'Bộ Y tế',
    tasks: ['Cục Phòng bệnh: Xây dựng hướng dẫn, · 2025-04-20', 'Cục Quản lý Khám, chữa bệnh: Chỉ đạo các bệnh'],
  })
  expect(readDirective(text).tasks[0]?.recipients).toEqual(['Bộ Y tế'])
})

test('[DIR-9] [DIR-12] conclusions of a meeting: an office that builds works, branches of a tax office, a person behind a place', () => {
  expect(
    readingOf(`ỦY BAN NHÂN DÂN\nTỈNH BÌNH AN\n${STATE}\nSố: 201/TB-UBND\nBình An, ngày 18 tháng 9 năm 2025\n\nTHÔNG BÁO\nKết luận của Chủ tịch UBND tỉnh

Sau khi nghe báo cáo, Chủ tịch UBND tỉnh kết luận:

1. Các chủ đầu tư lập tiến độ từng dự án, gửi Sở Tài chính trước ngày 25/9/2025, Sở Tài chính tổng hợp, trình UBND tỉnh.

2. Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh tập trung thi công cầu.

3. Các Chi cục Thuế khu vực rà soát người nộp thuế.

4. Về dự thảo Đề án: thống nhất chủ trương; giao Sở Y tế hoàn chỉnh, trình UBND tỉnh.

5. Chủ tịch UBND tỉnh phê bình và yêu cầu các sở và 5 địa phương chưa gửi báo cáo kiểm điểm trách nhiệm.

6. Sau ngày 30/9/2025, đơn vị nào chưa hoàn thành, Chủ tịch UBND tỉnh sẽ giao Thanh tra tỉnh thanh tra.`),
  ).toEqual({
    issuer: 'UBND tỉnh Bình An',
    tasks: [
      'Các chủ đầu tư: Các chủ đầu tư · 2025-09-25',
      'Sở Tài chính: Sở Tài chính tổng',
      'Ban Quản lý dự án đầu tư xây dựng các công trình giao thông tỉnh: Ban Quản lý dự',
      'Các Chi cục Thuế khu vực: Các Chi cục Thuế',
      'Sở Y tế: giao Sở Y tế',
      'các sở và 5 địa phương chưa gửi báo cáo: Chủ tịch UBND tỉnh',
    ],
  })
  expect(
    readingOf('Siết kỷ cương\n\nSáng 15/7, Chủ tịch UBND tỉnh Bình An Lê Văn Bình yêu cầu các sở chấn chỉnh việc chậm trả hồ sơ.'),
  ).toEqual({ issuer: 'UBND tỉnh Bình An', tasks: ['các sở: yêu cầu các sở'] })
})

test('[DIR-29] a report that sums up what it told before tells it once', () => {
  expect(
    readingOf(`Rà soát trạm xá

UBND tỉnh vừa ban hành Công văn số 12/UBND-VX.

Cụ thể, UBND tỉnh giao Sở Y tế rà soát các trạm xá xuống cấp, tổng hợp nhu cầu sửa chữa gửi Sở Tài chính.

Sở Tài chính bố trí kinh phí sửa chữa.

Theo đó, yêu cầu rà soát các trạm xá xuống cấp, tổng hợp nhu cầu sửa chữa.`),
  ).toEqual({ issuer: 'UBND tỉnh', tasks: ['Sở Y tế: UBND tỉnh giao Sở', 'Sở Tài chính: Sở Tài chính bố'] })
})

test('[DIR-9] [DIR-11] [DIR-25] a letter of a district: rooms in short, hospitals on duty, a branch of a bank', () => {
  expect(
    readingOf(`ỦY BAN NHÂN DÂN\nHUYỆN HÒA LÂM\n${STATE}\nSố: 415/UBND-VHTT\nHòa Lâm, ngày 20 tháng 12 năm 2024\n\nKính gửi: Các phòng, ban

Thực hiện Công văn số 8899/UBND-NC ngày 15/12/2024 của UBND tỉnh, UBND huyện yêu cầu:

1. Phòng LĐ-TB&XH rà soát hộ nghèo.

2. Bệnh viện đa khoa huyện, Trung tâm Y tế huyện trực cấp cứu 24/24h.

3. Các cơ quan, đơn vị phân công trực Tết, báo cáo tình hình hằng ngày về Văn phòng UBND huyện.

4. Ngân hàng Nhà nước chi nhánh tỉnh hướng dẫn rút tiền.

5. Đề nghị Mặt trận và các đoàn thể huyện phối hợp vận động.`),
  ).toEqual({
    issuer: 'UBND huyện Hòa Lâm',
    tasks: [
      'Phòng Lao động - Thương binh và Xã hội: Phòng LĐ-TB&XH rà soát',
      'Bệnh viện đa khoa huyện + Trung tâm Y tế huyện: Bệnh viện đa khoa',
      'Các cơ quan, đơn vị: Các cơ quan, đơn · P1D',
      'Ngân hàng Nhà nước chi nhánh tỉnh: Ngân hàng Nhà nước',
      'Mặt trận + các đoàn thể huyện: Đề nghị Mặt trận',
    ],
  })
})
