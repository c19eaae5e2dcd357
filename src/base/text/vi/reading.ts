/** What a person is told of how a file was read. */
export const reading = {
  'reading.note.no-text': 'Không nhận ra chữ nào trong ảnh. Tệp được giữ nguyên; nhiệm vụ thêm bằng tay.',
  'reading.note.no-recogniser':
    'Tệp không có lớp chữ (bản quét, hoặc chữ đã chuyển thành nét vẽ), và máy chủ chưa cài chương trình nhận dạng Tesseract. Tệp được giữ nguyên; nhiệm vụ thêm bằng tay.',
  'reading.note.no-vietnamese':
    'Tệp không có lớp chữ, và Tesseract trên máy chủ chưa có gói tiếng Việt (vie). Tệp được giữ nguyên; nhiệm vụ thêm bằng tay.',
  'reading.note.recognised': 'Chữ của {pages} trang do máy nhận dạng từ ảnh, có thể sai. Đối chiếu với tệp gốc trước khi xác nhận.',
  'reading.note.pages-without-text': '{pages} trang của tệp không có lớp chữ nên không được đọc. Xem các trang đó trong tệp gốc.',
  'reading.note.attachment-read': 'Đã đọc tệp đính kèm “{name}”.',
  'reading.note.attachment-unread': 'Không đọc được tệp đính kèm “{name}” trong gói. Gói được giữ nguyên.',
  'reading.note.header-differs': 'Phần đầu của gói ghi “{stated}”, văn bản ghi “{read}”. Đang dùng theo văn bản.',
  'reading.signatures': 'Trong tệp có {n} trường chữ ký số, ghi lại đúng như tệp tự khai. Phần mềm không xác thực chữ ký.',
  'reading.signature.unnamed': 'Không ghi tên người ký',
  'reading.machine': 'do máy nhận dạng từ ảnh',
  'reading.several-letters':
    'Trong văn bản này có {n} phần đầu văn bản (quốc hiệu, số và ngày): có thể là {n} văn bản trong một tệp. Thông tin ở trên là của văn bản thứ nhất.',
} as const
