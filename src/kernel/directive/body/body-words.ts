/**
 * The words by which a body is known as one. [DIR-9] [DIR-10] [DIR-12]
 *
 * Four kinds. A field's house («Sở», «Bộ») is followed by a field (sectors.ts). A house of a level («UBND», «Công an») is
 * followed by a level and its place. A house that is its own name («Thủ tướng Chính phủ»). A house with a name of its own
 * («Trung tâm …», «Ban Quản lý …»), which goes on as far as capitals and words that begin no order. All patterns are sticky
 * and read small letters.
 */
const end = '(?![\\p{L}\\p{N}])'
const sticky = (alternatives: string): RegExp => new RegExp(`(?:${alternatives})${end}`, 'uy')

export const FIELD_HOUSE = sticky('sở|bộ')
export const LEVEL_HOUSE = sticky(
  'ủy ban nhân dân|ubnd|hội đồng nhân dân|hđnd|thường trực hội đồng nhân dân|thường trực hđnd|thường trực tỉnh ủy|thường trực thành ủy|thường trực huyện ủy|thường trực quận ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|đảng ủy|ủy ban mặt trận tổ quốc việt nam|ủy ban mttq việt nam|ủy ban mặt trận tổ quốc|ubmttq việt nam|ubmttqvn|ubmttq|mặt trận tổ quốc việt nam|mặt trận tổ quốc|mttq việt nam|công an|thanh tra|bộ chỉ huy quân sự|bộ chqs|bch quân sự|ban chỉ huy quân sự|bộ chỉ huy bộ đội biên phòng|bch bộ đội biên phòng|bch bđbp|bộ đội biên phòng|bộ tư lệnh|kho bạc nhà nước|kbnn|bảo hiểm xã hội|bhxh|chi cục thuế|cục thuế|thuế|chi cục hải quan|cục hải quan|hải quan|chi cục thống kê|cục thống kê|thống kê|tòa án nhân dân|viện kiểm sát nhân dân|cục thi hành án dân sự|thi hành án dân sự|liên đoàn lao động|hội nông dân|hội liên hiệp phụ nữ|hội phụ nữ|hội cựu chiến binh|hội chữ thập đỏ|đoàn thanh niên|tỉnh đoàn|thành đoàn|văn phòng ủy ban nhân dân|văn phòng ubnd|văn phòng hđnd ?(?:và|&|-) ?ubnd|văn phòng hđnd|văn phòng hội đồng nhân dân|văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân|văn phòng đoàn đbqh và hđnd|văn phòng tỉnh ủy|văn phòng thành ủy|ban dân tộc|ban thường vụ tỉnh ủy|ban thường vụ thành ủy|ban tuyên giáo và dân vận tỉnh ủy|ban tuyên giáo tỉnh ủy|ban tuyên giáo thành ủy|ban tổ chức tỉnh ủy|ban chỉ đạo',
)
export const WHOLE_HOUSE = sticky(
  'ủy ban quản lý vốn nhà nước tại (?:doanh nghiệp|dn)|phó thủ tướng thường trực chính phủ|phó thủ tướng chính phủ|phó thủ tướng thường trực|phó thủ tướng|thủ tướng chính phủ|chính phủ|quốc hội|ủy ban thường vụ quốc hội|ban bí thư|bộ chính trị|văn phòng chính phủ|văn phòng trung ương đảng|văn phòng quốc hội|văn phòng chủ tịch nước|thanh tra chính phủ|kiểm toán nhà nước|tòa án nhân dân tối cao|viện kiểm sát nhân dân tối cao|ngân hàng nhà nước việt nam|ngân hàng nhà nước|thông tấn xã việt nam|đài truyền hình việt nam|đài tiếng nói việt nam|bảo hiểm xã hội việt nam|hội đồng nhân dân cùng cấp|hđnd cùng cấp|ủy ban nhân dân cùng cấp|ubnd cùng cấp|cộng đồng doanh nghiệp|cộng đồng dân cư|chính quyền(?: các)? địa phương(?: các cấp| cấp xã| 0?2 cấp| hai cấp)?|quân đội|công an(?= trên| địa phương| thực hiện| nhân dân)|thủ tướng|chủ đầu tư|chủ rừng|nhà thầu|mặt trận(?= và )',
)
export const NAMED_HOUSE = sticky(
  'tòa án|đồn|hải đội|hải đoàn|lữ đoàn|trung đoàn|sư đoàn|bưu điện|thư viện|bảo tàng|nhà hát|nhà văn hóa|nhà thiếu nhi|nhà xuất bản|xí nghiệp|hợp tác xã|lâm trường|nông trường|khu bảo tồn|khu di tích|bến xe|chi hội|chi nhánh|phân hiệu|phân viện|trại giam|tiểu ban|công đoàn|nghiệp đoàn|văn phòng|bql|ban qlda|bcđ|bch|ttyt|ban(?! hành| đầu| ngành)|cục(?! bộ)|tổng cục|vụ(?! việc| án)|chi cục|phòng(?!,| chống| ngừa| thủ| tránh| cháy| không)|trung tâm|viện(?! dẫn)|trường(?! hợp)|học viện|công ty|tổng công ty|tập đoàn|đảng đoàn|đảng bộ|chi bộ|đài|báo và phát thanh,? truyền hình|báo(?! cáo)|tạp chí|hội(?! nghị| nhập| thảo)|hiệp hội|liên hiệp|liên hiệp các|liên đoàn|liên minh|quỹ|ngân hàng|hội đồng|ủy ban|quân khu|tổ công tác|tổ(?! chức)|bệnh viện|đại học|thường trực|cổng thông tin điện tử|cổng|đội(?! ngũ)|đoàn(?! kết| thể)|điện lực|vườn quốc gia|hạt kiểm lâm|trạm|nhà máy|cảng|cảng vụ|câu lạc bộ',
)
export const LEVEL = 'tỉnh|thành phố|tp\\.?|huyện|quận|thị xã|xã|phường|thị trấn|đặc khu'
export const PLACE_HOUSE = sticky('tỉnh|thành phố|huyện|quận|thị xã|xã|phường|đặc khu')

export const TITLE = new RegExp(
  `(?:(?:các )?(?:đồng chí|đ/c|ông|bà):? )?(?:các )?(?:quyền )?(?:phó )?(?:tổng giám đốc|giám đốc|gđ|thủ trưởng|chủ tịch|bộ trưởng|thứ trưởng|chánh|cục trưởng|tổng cục trưởng|vụ trưởng|viện trưởng|chi cục trưởng|hạt trưởng|trạm trưởng|đội trưởng|tổ trưởng|trưởng ban(?= ban)|trưởng phòng(?= phòng)|trưởng|lãnh đạo|người đứng đầu|tổng biên tập|hiệu trưởng|bí thư|tư lệnh|chính ủy|chỉ huy trưởng|thống đốc|tổng(?= thanh tra| kiểm toán)|đại diện|cá nhân)${end}(?: (?:kiêm(?: tổng)? giám đốc|hội đồng thành viên|hđtv|hội đồng quản trị|hđqt|công ty(?= các)))*`,
  'uy',
)
export const QUANTITY = sticky(
  'hai(?= (?:đơn vị|cơ quan|bên|ngành))|các đồng chí(?= (?:thành viên|ủy viên|cán bộ))|từng|mỗi|tất cả các|tất cả|toàn thể các|toàn bộ các|toàn thể|các|những|mọi|một số',
)
const CLASS =
  'sở|ban|bộ|ngành|cơ quan|đơn vị|địa phương|tỉnh|thành phố|thành|quận|huyện|thị xã|xã|phường|thị trấn|đặc khu|đoàn thể|hội|tổ chức|cá nhân|doanh nghiệp|dn|dnnn|tập đoàn|tổng công ty|công ty|trường|trường học|tiểu học|trung học|mầm non|mẫu giáo|bệnh viện|chủ đầu tư|chủ rừng|chủ sử dụng|chủ hồ|nhà thầu|nhà đầu tư|ban quản lý|lực lượng|phòng|trung tâm|cơ sở|nhà máy|đài|báo|hiệp hội|liên đoàn|hội đồng|chi cục|cục|vụ|viện|thành viên|chi nhánh|ngân hàng|tổ|trạm|thôn|bản|khu|nhà trường|hợp tác xã|hộ|học viện|cảng|đại biểu|tổ đại biểu|cấp ủy|chính quyền(?! điện tử| số)|đảng ủy|đảng bộ|chi bộ|tổ chức đảng|ban đảng|ban xây dựng đảng|tỉnh ủy|thành ủy|huyện ủy|quận ủy|cấp|ban chỉ đạo|tổ chức tín dụng|văn phòng|tổng cục|đội|cộng đồng'
/** A noun that makes a class after «các». */
export const CLASS_NOUN = sticky(`${CLASS}|ubnd|ủy ban nhân dân|công an|cổng|chủ tịch|giám đốc`)
/** A noun that goes on with a class after a comma or «và», without «các» of its own. */
export const MORE_OF_CLASS = sticky(CLASS)

/** Small words at which a name is over, beside those that begin an order. */
export const NAME_ENDS = sticky(
  'để|nhằm|trong|trên|khi|theo|về|tại|và|hoặc|cùng|với|đã|đang|sẽ|vừa|là|được|bị|có|do|từ|đến|này|sau|cho|cũng|thì|mà|nêu|như|đó|qua|kết quả|tình hình|việc(?! làm)|những|(?<!mặt |đồng )bằng|nếu|rằng|(?<!hàng |phòng )không|chưa|còn|vẫn|(?<!nông thôn |đô thị )mới|ra|lên|vào|nhất là|đặc biệt|bên cạnh|trước|căn cứ|yêu cầu|nhắc nhở|chỉ thị|nhấn mạnh|khẳng định|phát biểu|ghi nhận|kết luận|gợi ý|bày tỏ|lưu ý|chậm nhất|muộn nhất|bắt đầu|ngay|cấp(?! (?:tỉnh|huyện|xã|quốc gia|cơ sở|thành phố|trung ương|cứu|thoát|nước|cao|ủy|dưới|trên|học|phép|phát|ngành|thôn))(?= (?:\\p{Lu}|[\\p{Ll}]))',
)
/** Cities run by the centre; every other place of the first level is a province. Used where a list names places only. */
export const CITIES = new Set(['Hà Nội', 'Hồ Chí Minh', 'Hải Phòng', 'Đà Nẵng', 'Cần Thơ', 'Huế'])
