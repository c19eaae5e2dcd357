/**
 * Words with which an order begins: what comes after a body when the body is charged, and what a sentence without a subject
 * starts with. [DIR-15] A closed list, because it also says where a name ends: in «Sở Nội vụ chủ trì» the name is «Sở Nội
 * vụ», since «chủ trì» begins an order. Written in small letters; a capital («Sở Xây dựng») belongs to a name.
 */
const PHRASES = `
áp dụng|ban hành|bám sát|bàn giao|bãi bỏ|báo cáo|bảo đảm|bảo vệ|biên soạn|biểu dương|bố trí|bồi dưỡng|bổ sung|
cải cách|cải thiện|cam kết|cân đối|cắm mốc|cắt giảm|cập nhật|cấm|cần|chấm dứt|chấn chỉnh|chấp hành|chia sẻ|chịu trách nhiệm|chỉ đạo|cho phép|cho ý kiến|chú trọng|chuẩn bị|chuẩn hóa|chuyển|chủ động|chủ trì|có báo cáo|có biện pháp|có giải pháp|có hình thức|có kế hoạch|có nhiệm vụ|có phương án|có trách nhiệm|có văn bản|có ý kiến|coi|công bố|công khai|củng cố|cung cấp|cùng|cử|cụ thể hóa|cứu chữa|cứu trợ|
dành|di dời|duy trì|dừng|dự báo|dự kiến|đa dạng hóa|đánh giá|đào tạo|đảm bảo|đảm nhận|đăng ký|đăng tải|đầu tư|đẩy mạnh|đẩy nhanh|đề cao|đề nghị|đề ra|đề xuất|điều chỉnh|điều động|điều hành|điều phối|điều tra|định hướng|định kỳ|đo đạc|đôn đốc|đồng chủ trì|đồng thời|đối chiếu|đối thoại|đổi mới|động viên|đơn giản hóa|đưa|được giao|được phân công|được yêu cầu|
gắn|giám sát|giải ngân|giải phóng|giải quyết|giao|gương mẫu|gửi|gìn giữ|giữ vững|góp ý|
hủy bỏ|hằng năm|hằng quý|hằng tháng|hàng năm|hàng quý|hàng tháng|hạn chế|hỗ trợ|hoàn thành|hoàn thiện|huy động|hướng dẫn|
kêu gọi|kết nối|kết hợp|khai thác|khảo sát|khắc phục|khẩn trương|khen thưởng|khôi phục|khởi công|không để|không được|khơi thông|khuyến cáo|khuyến khích|khuyến nghị|kiên quyết|kiểm kê|kiểm soát|kiểm tra|kiến nghị|kiện toàn|kịp thời|
làm|làm rõ|làm tốt|lãnh đạo|lắng nghe|lắp đặt|lập|lấy|liên hệ|liên kết|lồng ghép|lựa chọn|lưu ý|
miễn|mở|mở rộng|mua sắm|nắm|nâng cao|nâng cấp|ngăn chặn|nghiêm cấm|nghiêm túc|nghiên cứu|nhanh chóng|nhân rộng|nỗ lực|nộp|
phát động|phát hành|phát hiện|phát huy|phát sóng|phát triển|phân bổ|phân cấp|phân công|phân loại|phân tích|phân định|phải|phấn đấu|phê duyệt|phòng ngừa|phòng, chống|phổ biến|phối hợp|phục vụ|
quan tâm|quán triệt|quản lý|quyết định|quyết liệt|rà soát|
sát sao|sắp xếp|sẵn sàng|sớm|số hóa|sơ kết|sơ tán|sử dụng|sửa chữa|sửa đổi|
tạm dừng|tạo|tạo điều kiện|tạo lập|tăng cường|tập huấn|tập trung|tham dự|tham gia|tham mưu|tham vấn|tháo gỡ|thanh tra|thành lập|thay thế|thăm hỏi|thẩm định|theo dõi|theo thẩm quyền|thi công|thí điểm|thiết lập|thông báo|thông tin|thống kê|thống nhất|thu|thu hồi|thu hút|thúc đẩy|thực hiện|thường trực|thường xuyên|tích cực|tiếp nhận|tiếp tục|tiến hành|tìm kiếm|tính toán|tổ chức|tổng hợp|tổng kết|trao đổi|tranh thủ|triển khai|trình|truy quét|tuân thủ|tuyên truyền|tuyệt đối|từng bước|tự|
ưu tiên|ủy quyền|ứng dụng|ứng phó|ứng trực|vận dụng|vận động|vận hành|xác định|xác minh|xây dựng|xây mới|xem xét|xét duyệt|xin ý kiến|xóa|xử lý|xử phạt|
bảo quản|bảo trì|bình ổn|cách ly|canh gác|cảnh báo|chăm sóc|chi trả|chọn|công nhận|cơ cấu lại|cung ứng|diễn tập|dự phòng|đàm phán|đặt|điều trị|đo|đóng|đối chất|duy tu|gia cố|giám định|giảm|giải trình|giữ|giúp|hợp tác|kê khai|khai báo|khám|kiểm điểm|kiểm định|ký|ký kết|lưu trữ|luân chuyển|nạo vét|nâng|nhận|niêm yết|phản ánh|phân luồng|phân phối|phát|phun|quy định|rút kinh nghiệm|tái cơ cấu|tăng|tận dụng|thanh toán|thi hành|thu gom|tiêm|tiếp công dân|trả|treo|trồng|trực|truy thu|túc trực|tuyển|tuyển dụng|tuyển sinh|vận chuyển|vệ sinh|xét|xét xử|
bắt đầu|bắt giữ|biên tập|bổ nhiệm|cấp phép|cấp phát|chăm lo|chốt chặn|cưỡng chế|đối phó|đưa tin|kết thúc|khoanh vùng|khởi tố|khử khuẩn|kiểm đếm|làm việc với|miễn nhiệm|nghiệm thu|phục dựng|ra quân|rà phá|san lấp|sao lưu|soạn thảo|tháo dỡ|thẩm duyệt|thẩm tra|thanh lý|tích hợp|tiếp thu|tôn tạo|tôn vinh|trùng tu|truy tố|truy vết|tuần tra|tuyển chọn|vào cuộc
`
export const orderPhrases: readonly string[] = PHRASES.replaceAll('\n', '')
  .split('|')
  .filter((phrase) => phrase !== '')
const byFirstWord = new Map<string, string[]>()
for (const phrase of orderPhrases) {
  const first = phrase.split(/[ ,]/)[0] ?? ''
  byFirstWord.set(first, [...(byFirstWord.get(first) ?? []), phrase])
}
const LETTER = /[\p{L}\p{N}]/u
const WORD = /[\p{L}]+/uy

/** Nouns that begin like an order: «An toàn giao thông», «thu nhập». */
const THINGS: ReadonlyMap<string, RegExp> = new Map([
  ['giao', /^giao (?:thông|dịch|lưu|thương|diện)(?!\p{L})/u],
  ['thu', /^thu nhập(?!\p{L})/u],
  ['lập', /^lập (?:pháp|trường)(?!\p{L})/u],
  ['trực', /^trực (?:thuộc|tuyến|quan|tiếp|khuẩn)(?!\p{L})/u],
  ['trả', /^trả lời(?!\p{L})/u],
])

/** The order word that begins at a place of the lower-case text; the longest one, null when none does. */
export function verbAt(lower: string, position: number): string | null {
  WORD.lastIndex = position
  const first = WORD.exec(lower)?.[0]
  if (first === 'thường' && lower.endsWith('giáo dục ', position)) return null // «trung tâm giáo dục thường xuyên»
  if (first === undefined || (THINGS.get(first)?.test(lower.slice(position, position + 14)) ?? false)) return null
  let best: string | null = null
  for (const phrase of byFirstWord.get(first) ?? []) {
    if (lower.startsWith(phrase, position) && !LETTER.test(lower.charAt(position + phrase.length)) && phrase.length > (best?.length ?? 0))
      best = phrase
  }
  return best
}
