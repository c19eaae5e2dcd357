import { upright } from './text/upright.ts'

/**
 * Every refusal the software can give: a permanent code, the HTTP status a door gives it, and its sentence.
 *
 * `{name}` in a sentence is filled from the refusal's own data. A code is never renamed or given another meaning.
 * `test/documented.test.ts` holds this table against docs/api/refusals.md, both ways.
 */
type Row = { readonly status: number; readonly vi: string; readonly en: string }

export const refusals = {
  'no-such-address': { status: 404, vi: 'Không có địa chỉ {path}.', en: 'There is no address {path}.' },
  'host-not-allowed': { status: 421, vi: 'Máy chủ không trả lời ở tên này.', en: 'This server does not answer under that name.' },
  'origin-not-allowed': {
    status: 403,
    vi: 'Yêu cầu thay đổi phải đến từ trang của phần mềm này.',
    en: 'A change must be asked from this software’s own pages.',
  },
  'sign-in-needed': { status: 401, vi: 'Việc này cần đăng nhập.', en: 'Sign in to do this.' },
  'role-missing': {
    status: 403,
    vi: 'Việc này dành cho vai trò: {roles}. Tài khoản này chưa được giao vai trò đó.',
    en: 'This is for the roles: {roles}. This account holds none of them.',
  },
  'sign-in-refused': {
    status: 401,
    vi: 'Chưa đăng nhập được: tên đăng nhập hoặc mật khẩu không đúng, hoặc tài khoản đang tạm dừng. Thử lại sau {minutes} phút, hoặc nhờ người quản trị đặt lại mật khẩu.',
    en: 'Not signed in: the login or the password is wrong, or the account is held. Try again in {minutes} minutes, or ask the administrator for a new password.',
  },
  'provider-refused': {
    status: 401,
    vi: 'Chưa đăng nhập được qua hệ thống đăng nhập chung: chưa có tài khoản nào ở đây gắn với người này, hoặc phiên đã hết hạn. Nhờ người quản trị ghi địa chỉ thư điện tử công vụ vào tài khoản, hoặc gắn tài khoản, rồi đăng nhập lại.',
    en: 'Not signed in through the common sign-on: no account here belongs to this person, or the attempt expired. Ask the administrator to enter your official e-mail, or to bind your account, then try again.',
  },
  'provider-bound': {
    status: 409,
    vi: 'Tài khoản đã gắn với một người ở {issuer}. Gỡ trước rồi gắn lại.',
    en: 'The account is bound to somebody at {issuer} already. Unbind it first.',
  },
  'provider-unbound': {
    status: 409,
    vi: 'Tài khoản không gắn với {issuer}.',
    en: 'The account is not bound to {issuer}.',
  },
  'provider-taken': {
    status: 409,
    vi: 'Mã người này đã gắn với một tài khoản khác.',
    en: 'This subject is bound to another account already.',
  },
  'provider-away': {
    status: 503,
    vi: 'Hệ thống đăng nhập chung tạm thời không trả lời. Thử lại sau ít phút, hoặc đăng nhập bằng mật khẩu.',
    en: 'The common sign-on does not answer for now. Try again in a few minutes, or sign in with a password.',
  },
  'link-spent': {
    status: 410,
    vi: 'Đường dẫn này đã dùng rồi hoặc đã hết hạn. Nhờ người quản trị tạo đường dẫn mới.',
    en: 'This link has been used or has expired. Ask the administrator for a new one.',
  },
  'password-weak': {
    status: 422,
    vi: 'Mật khẩu cần ít nhất 10 ký tự, không chứa tên đăng nhập và không lặp một vài ký tự.',
    en: 'The password needs at least 10 characters, must not contain the login, nor repeat a few characters.',
  },
  'passwords-differ': { status: 422, vi: 'Hai lần nhập mật khẩu không giống nhau.', en: 'The two passwords differ.' },
  'password-wrong': { status: 422, vi: 'Mật khẩu hiện nay không đúng.', en: 'The present password is wrong.' },
  'name-unusable': { status: 422, vi: 'Họ và tên cần từ 2 đến 120 ký tự.', en: 'A name has 2 to 120 characters.' },
  'login-unusable': {
    status: 422,
    vi: 'Tên đăng nhập cần từ 3 đến 60 ký tự, chỉ gồm chữ, số, dấu chấm, gạch ngang, gạch dưới.',
    en: 'A login has 3 to 60 characters: letters, digits, dot, dash, underscore.',
  },
  'login-taken': {
    status: 409,
    vi: 'Đã có tài khoản dùng tên đăng nhập này. Chọn tên khác.',
    en: 'An account has this login already. Choose another.',
  },
  'email-taken': {
    status: 409,
    vi: 'Đã có tài khoản dùng địa chỉ thư điện tử này.',
    en: 'An account has this e-mail address already.',
  },
  'person-needed': {
    status: 403,
    vi: 'Việc này chỉ dành cho người đăng nhập bằng tài khoản của mình.',
    en: 'This is only for someone signed in with an account of his own.',
  },
  'session-needed': {
    status: 403,
    vi: 'Việc này cần đăng nhập trên trang; mã truy cập không làm được.',
    en: 'Sign in on the pages to do this; an access token cannot.',
  },
  'duty-overlaps': {
    status: 409,
    vi: 'Người này đã giữ vai trò đó ở cơ quan này trong khoảng thời gian trùng nhau.',
    en: 'This person holds that role for that body already, over a time that overlaps.',
  },
  'term-empty': {
    status: 422,
    vi: 'Ngày thôi ({to}) phải sau ngày bắt đầu ({from}).',
    en: 'The last day ({to}) must come after the first ({from}).',
  },
  'deputy-not-colleague': {
    status: 422,
    vi: 'Chỉ cử được người có vai trò ở cùng cơ quan vào ngày {on}. Muốn cử người ở cơ quan khác thì nhờ quản trị viên giao.',
    en: 'A deputy is somebody who holds a role for the same body on {on}. Somebody of another body is named by an administrator.',
  },
  'principal-without-duty': {
    status: 422,
    vi: 'Người được thay không giữ vai trò này ở cơ quan này vào ngày {on}, nên không có việc để làm thay.',
    en: 'The person to be deputised for does not hold this role for this body on {on}, so there is nothing to deputise for.',
  },
  'duty-ended': { status: 409, vi: 'Vai trò này đã thôi từ ngày {to}.', en: 'This duty ends on {to} already.' },
  'sample-node': {
    status: 409,
    vi: 'Đây là bản dùng thử với người dùng mẫu; không thêm người thật vào đây. Dùng một thư mục dữ liệu khác, không có --demo.',
    en: 'This node is for trying out, with sample people; real ones are not added to it. Use another data directory, without --demo.',
  },
  'first-administrator': {
    status: 409,
    vi: 'Người đầu tiên phải là người quản trị: mở đường dẫn thiết lập mà máy chủ in ra khi khởi động. Đường dẫn hết hạn thì khởi động lại để có đường dẫn mới.',
    en: 'The first person must be an administrator: open the set-up link that the server prints when it starts. When it has expired, start again for a new one.',
  },
  'last-administrator': {
    status: 409,
    vi: 'Đây là người quản trị cuối cùng còn dùng được. Giao vai trò quản trị cho một người khác trước.',
    en: 'This is the last administrator who can sign in. Make another one first.',
  },
  'not-found': { status: 404, vi: 'Không có {what} này.', en: 'There is no such {what}.' },
  'unknown-parameter': { status: 400, vi: 'Không có tham số «{name}».', en: 'There is no parameter “{name}”.' },
  'unknown-field': { status: 400, vi: 'Không có trường «{name}».', en: 'There is no field “{name}”.' },
  'missing-parameter': { status: 400, vi: 'Thiếu tham số «{name}».', en: 'Parameter “{name}” is missing.' },
  'bad-value': { status: 400, vi: 'Giá trị của «{name}» không đúng: {reason}.', en: 'The value of “{name}” is not right: {reason}.' },
  'bad-day': {
    status: 400,
    vi: '«{value}» không phải là một ngày. Ghi ngày theo dạng 01/07/2025 (hoặc 2025-07-01).',
    en: '“{value}” is not a day. Write it as 2025-07-01 or 01/07/2025.',
  },
  'bad-point': {
    status: 400,
    vi: '«{value}» không phải là một điểm. Ghi kinh độ trước: 108.15,16.06.',
    en: '“{value}” is not a point. Longitude first: 108.15,16.06.',
  },
  'bad-json': { status: 400, vi: 'Nội dung gửi lên không phải là JSON hợp lệ.', en: 'The body is not valid JSON.' },
  'form-broken': {
    status: 400,
    vi: 'Biểu mẫu gửi lên không trọn vẹn nên chưa có gì được ghi. Gửi lại.',
    en: 'The form did not arrive whole, so nothing was recorded. Send it again.',
  },
  'no-such-act': {
    status: 400,
    vi: 'Biểu mẫu gửi lên không nêu việc nào mà trang này làm được, nên chưa có gì được ghi. Mở lại trang rồi làm lại.',
    en: 'The form names nothing that this page can do, so nothing was recorded. Open the page again and try once more.',
  },
  'form-too-many': {
    status: 413,
    vi: 'Mỗi lần gửi được nhiều nhất {files} tệp và {fields} ô. Chia ra nhiều lần gửi.',
    en: 'At most {files} files and {fields} fields are taken at once. Send them in several times.',
  },
  'body-too-large': { status: 413, vi: 'Nội dung gửi lên vượt giới hạn {limit} byte.', en: 'The body exceeds {limit} bytes.' },
  'version-unknown': {
    status: 409,
    vi: 'Bản ghi không có phiên bản này. Mở lại để xem bản hiện nay.',
    en: 'The record has no such version. Open it again to see the present one.',
  },
  'changed-meanwhile': {
    status: 409,
    vi: 'Bản ghi đã được {by} sửa lúc {at}. Mở lại để xem bản mới rồi sửa tiếp.',
    en: 'The record was changed by {by} at {at}. Open it again to see the new version.',
  },
  'secret-marking': {
    status: 422,
    vi: 'Văn bản có dấu {marking}. Văn bản mật không được đưa vào hệ thống này; không có gì được lưu.',
    en: 'The document is marked {marking}. Secret documents must not be entered here; nothing was stored.',
  },
  'text-empty': {
    status: 422,
    vi: 'Văn bản chưa có chữ nào. Dán nội dung hoặc chọn tệp.',
    en: 'The document has no words. Paste its text or choose a file.',
  },
  'text-too-long': {
    status: 413,
    vi: 'Văn bản dài {length} ký tự, quá giới hạn {limit}.',
    en: 'The document is {length} characters long; the limit is {limit}.',
  },
  'text-not-readable': {
    status: 422,
    vi: 'Không đọc được tệp «{name}» như văn bản Unicode, TCVN3, VNI hay Windows-1258.',
    en: 'The file “{name}” cannot be read as text in Unicode, TCVN3, VNI or Windows-1258.',
  },
  'wrong-state': {
    status: 409,
    vi: 'Nhiệm vụ đang ở trạng thái «{state}» nên không làm được việc này.',
    en: 'The task is in state “{state}”, so this cannot be done.',
  },
  'task-split': {
    status: 409,
    vi: 'Nhiệm vụ này đã chia thành các phần cho từng cơ quan; làm việc này ở từng phần.',
    en: 'This task was split into a part for each body; do it on the parts.',
  },
  'not-the-lead': {
    status: 403,
    vi: 'Việc này do cơ quan chủ trì ({lead}) làm. Cơ quan phối hợp báo cáo phần của mình.',
    en: 'This is for the lead ({lead}). A coordinator reports its own part.',
  },
  'not-the-assigner': {
    status: 403,
    vi: 'Việc này do bên giao việc làm (văn phòng, lãnh đạo). Nhiệm vụ đang do {lead} chủ trì.',
    en: 'This is for the side that assigns (office, leaders). The task is led by {lead}.',
  },
  'not-a-coordinator': {
    status: 403,
    vi: 'Phần phối hợp do cơ quan phối hợp của nhiệm vụ báo cáo. Nhiệm vụ đang do {lead} chủ trì.',
    en: 'A part is reported by a body that coordinates. The task is led by {lead}.',
  },
  'not-the-leader': {
    status: 403,
    vi: 'Việc này do lãnh đạo UBND quyết định.',
    en: 'This is for the leaders of the committee to decide.',
  },
  'reason-missing': {
    status: 422,
    vi: 'Đã bỏ chọn một số cơ quan: cần ghi lý do bỏ bớt.',
    en: 'Some bodies were left out: say why.',
  },
  'words-missing': { status: 422, vi: 'Cần ghi nội dung hoặc lý do.', en: 'Say what was done, or why.' },
  'day-missing': { status: 422, vi: 'Cần ghi ngày.', en: 'Give the day.' },
  'document-missing': {
    status: 422,
    vi: 'Cần ghi số, ký hiệu của văn bản làm căn cứ.',
    en: 'Give the number and symbol of the document that orders it.',
  },
  'progress-fell': {
    status: 422,
    vi: 'Tiến độ thấp hơn lần báo cáo trước ({percent}%). Ghi lý do giảm.',
    en: 'The progress is lower than reported before ({percent}%). Say why.',
  },
  'standing-stays': {
    status: 409,
    vi: 'Nhiệm vụ thường xuyên không kết thúc bằng báo cáo hoàn thành; nó kết thúc khi văn bản giao hết hiệu lực hoặc có văn bản cho thôi.',
    en: 'Standing work is not claimed done; it ends when its source ceases or a document ends it.',
  },
  'day-outside': {
    status: 422,
    vi: 'Ngày hoàn thành phải từ ngày ban hành văn bản ({from}) đến hôm nay.',
    en: 'The day of completion must lie between the day of issue of the document ({from}) and today.',
  },
  'answer-day-outside': {
    status: 422,
    vi: 'Ngày của văn bản trả lời phải từ ngày ban hành văn bản giao ({from}) đến hôm nay.',
    en: 'The day of the answer must lie between the day of issue of the document ({from}) and today.',
  },
  'answer-whose': {
    status: 422,
    vi: 'Cần chọn cơ quan đã trả lời, trong số cơ quan không có người dùng ở đây: {bodies}.',
    en: 'Choose the body that answered, among those that have nobody here: {bodies}.',
  },
  'nobody-absent': {
    status: 409,
    vi: 'Mọi cơ quan của nhiệm vụ này đều có người dùng ở đây: cơ quan nào tự báo cáo phần của cơ quan đó.',
    en: 'Every body of this task has somebody here: each reports its own part.',
  },
  'own-request': {
    status: 403,
    vi: 'Người xin hoặc có ý kiến không tự quyết định việc mình xin, kể cả khi làm thay người khác. Cần một người khác của bên giao việc.',
    en: 'Whoever asked does not decide what was asked, nor does anyone in that person’s place. Another person of the assigning side must.',
  },
  'same-person': {
    status: 403,
    vi: 'Người báo cáo hoàn thành không tự nghiệm thu. Cần một người khác của bên giao việc.',
    en: 'Whoever claimed completion does not accept it. Another person of the assigning side must.',
  },
  'evidence-missing': {
    status: 422,
    vi: 'Chưa có minh chứng: cần ít nhất một tệp hoặc số, ký hiệu một văn bản.',
    en: 'There is no evidence yet: at least one file or the symbol of a document is needed.',
  },
  'no-due-to-extend': {
    status: 409,
    vi: 'Nhiệm vụ không có hạn nên không có gì để gia hạn.',
    en: 'The task has no due day, so there is nothing to extend.',
  },
  'extension-not-later': {
    status: 422,
    vi: 'Ngày xin gia hạn phải sau hạn hiện nay ({due}).',
    en: 'The new day must be later than the due day in force ({due}).',
  },
  'extension-open': { status: 409, vi: 'Đang có một đề nghị gia hạn chờ trả lời.', en: 'A request for extension is already waiting.' },
  'no-extension-open': { status: 409, vi: 'Không có đề nghị gia hạn nào đang chờ.', en: 'No request for extension is waiting.' },
  'not-escalated': { status: 409, vi: 'Nhiệm vụ này không chờ ý kiến lãnh đạo.', en: 'This task does not wait for a decision.' },
  'file-empty': { status: 422, vi: 'Tệp «{name}» rỗng (0 byte).', en: 'The file “{name}” is empty (0 bytes).' },
  'file-too-large': {
    status: 413,
    vi: 'Tệp «{name}» vượt giới hạn {limit} MB.',
    en: 'The file “{name}” exceeds the limit of {limit} MB.',
  },
  'upload-offset': {
    status: 409,
    vi: 'Máy chủ đã có {offset} byte của tệp này. Gửi tiếp từ đó.',
    en: 'The server has {offset} bytes of this file. Go on from there.',
  },
  'upload-past-end': {
    status: 413,
    vi: 'Phần gửi lên dài hơn cỡ tệp đã báo ({size} byte).',
    en: 'What was sent is longer than the file was said to be ({size} bytes).',
  },
  'upload-too-many': {
    status: 429,
    vi: 'Đang có {most} tệp gửi dở của bạn. Gửi cho xong hoặc bỏ bớt rồi gửi tệp khác.',
    en: '{most} files of yours are on their way already. Finish or drop one first.',
  },
  'upload-type': {
    status: 415,
    vi: 'Phần của tệp cần có kiểu nội dung application/offset+octet-stream.',
    en: 'A part of a file has the content type application/offset+octet-stream.',
  },
  'upload-protocol': {
    status: 412,
    vi: 'Máy chủ nhận tệp từng phần theo tus 1.0.0.',
    en: 'Files in parts are taken here by tus 1.0.0.',
  },
  'file-kind-unknown': {
    status: 422,
    vi: 'Tệp «{name}» không thuộc loại đọc được. Các loại đọc được: .txt, .html, .docx, .pdf, gói edXML, ảnh chụp PNG, JPEG, TIFF.',
    en: 'The file “{name}” is of no kind that is read. These are: .txt, .html, .docx, .pdf, edXML packages, pictures as PNG, JPEG, TIFF.',
  },
  'file-old-word': {
    status: 422,
    vi: 'Tệp «{name}» ở dạng Word cũ (.doc, .rtf). Mở bằng Word hoặc LibreOffice, lưu thành .docx rồi gửi lại.',
    en: 'The file “{name}” is in an old form of Word (.doc, .rtf). Open it in Word or LibreOffice, save it as .docx and send that.',
  },
  'file-locked': {
    status: 422,
    vi: 'Tệp «{name}» có mật khẩu nên không đọc được. Gỡ mật khẩu rồi gửi lại.',
    en: 'The file “{name}” has a password and cannot be read. Remove the password and send it again.',
  },
  'file-broken': {
    status: 422,
    vi: 'Tệp «{name}» bị hỏng hoặc không trọn vẹn nên không mở được.',
    en: 'The file “{name}” is damaged or not whole, and does not open.',
  },
  'file-expands': {
    status: 422,
    vi: 'Tệp «{name}» mở ra lớn bất thường so với một văn bản; không đọc.',
    en: 'The file “{name}” opens to more than any letter holds; it is not read.',
  },
  'file-entities': {
    status: 422,
    vi: 'Tệp «{name}» khai báo thực thể XML (DOCTYPE, ENTITY), điều không văn bản nào cần; không đọc.',
    en: 'The file “{name}” declares XML entities (DOCTYPE, ENTITY), which no letter needs; it is not read.',
  },
  'file-pages': {
    status: 422,
    vi: 'Tệp «{name}» có {pages} trang, quá giới hạn {limit} trang. Tách riêng phần văn bản chỉ đạo rồi gửi lại.',
    en: 'The file “{name}” has {pages} pages; the limit is {limit}. Send the directive itself as a file of its own.',
  },
  'file-too-heavy': {
    status: 422,
    vi: 'Đọc tệp «{name}» cần nhiều bộ nhớ hoặc hơn {seconds} giây nên đã dừng. Lưu lại tệp bằng Word hoặc dán nội dung văn bản.',
    en: 'Reading the file “{name}” takes too much memory or more than {seconds} seconds, and was stopped. Save it anew in Word, or paste its text.',
  },
  'file-runs': {
    status: 422,
    vi: 'Tệp «{name}» là chương trình chạy được, không phải tài liệu; không nhận.',
    en: 'The file “{name}” is a program, not a document; it is not taken.',
  },
  'file-misnamed': {
    status: 422,
    vi: 'Nội dung tệp «{name}» là {type}, không đúng với tên. Kiểm tra lại tệp rồi gửi lại.',
    en: 'The file “{name}” holds {type}, which its name does not say. Check the file and send it again.',
  },
  'file-away': {
    status: 503,
    vi: 'Tệp «{name}» không có trên máy chủ này. Báo người quản trị.',
    en: 'The file “{name}” is not on this server. Tell the administrator.',
  },
  'file-not-kept': {
    status: 422,
    vi: 'Tệp «{name}» chưa được tải lên. Tải lên rồi gửi lại.',
    en: 'The file “{name}” has not been uploaded. Upload it and send again.',
  },
  'day-ahead': {
    status: 422,
    vi: 'Ngày {value} chưa đến: văn bản không thể ban hành sau hôm nay.',
    en: 'The day {value} has not come: a document is not issued after today.',
  },
  'day-far': {
    status: 422,
    vi: 'Hạn {value} nằm ngoài khoảng hợp lý (từ ngày ban hành văn bản đến {until}). Kiểm tra lại năm.',
    en: 'The due day {value} is out of reach (from the day of issue to {until}). Check the year.',
  },
  'extension-past': {
    status: 422,
    vi: 'Ngày xin gia hạn đã qua. Chọn ngày từ hôm nay trở đi.',
    en: 'The day asked for has passed. Ask for today or later.',
  },
  'correction-unproved': {
    status: 422,
    vi: 'Nhiệm vụ đang quá hạn: sửa hạn để hết quá hạn cần số, ký hiệu văn bản cho thấy hạn đúng.',
    en: 'The task is overdue: a correction that ends this needs the symbol of the document that shows the right day.',
  },
  'due-same': {
    status: 422,
    vi: 'Hạn hiện nay đã là {due}.',
    en: 'The due day is {due} already.',
  },
  'key-reused': {
    status: 409,
    vi: 'Khóa này đã dùng cho một yêu cầu khác.',
    en: 'This key was used for another request.',
  },
  'class-none': {
    status: 409,
    vi: 'Nhiệm vụ này không còn nhóm cơ quan nào phải chọn tên.',
    en: 'No class of bodies is left in this task to be named.',
  },
  'class-unknown': {
    status: 422,
    vi: 'Sổ đăng ký không cho biết thành viên của «{name}». Ghi tên từng cơ quan.',
    en: 'No register tells the members of “{name}”. Name each body.',
  },
  'visibility-already': {
    status: 409,
    vi: 'Nhiệm vụ đã ở phạm vi này rồi.',
    en: 'The task has this visibility already.',
  },
  'not-a-member': {
    status: 422,
    vi: '«{name}» không phải là thành viên của nhóm cơ quan này nên không có gì để bỏ bớt.',
    en: '“{name}” is no member of this class, so it cannot be left out.',
  },
  'lead-ended': {
    status: 409,
    vi: '{name} không còn và chưa rõ cơ quan nào nhận phần việc này. Ghi tên một cơ quan kế thừa: {heirs}.',
    en: '{name} is no more, and nobody has all of its work. Name one of its heirs: {heirs}.',
  },
  'lead-not-ended': {
    status: 409,
    vi: '{name} không phải là cơ quan chủ trì đã kết thúc của nhiệm vụ này, nên không phải chọn cơ quan kế thừa.',
    en: '{name} is no lead of this task that has ended, so no heir is to be chosen.',
  },
  'not-an-heir': {
    status: 422,
    vi: '{name} không kế thừa công việc của {of}.',
    en: '{name} has none of the work of {of}.',
  },
  'lead-several': {
    status: 422,
    vi: '«{lead}» là nhiều cơ quan. Ghi một cơ quan; cơ quan khác cùng làm thì phối hợp.',
    en: '“{lead}” is several bodies. Name one; others that take part coordinate.',
  },
  'lead-unregistered': {
    status: 422,
    vi: 'Sổ đăng ký không có cơ quan «{lead}», hoặc có nhiều cơ quan cùng tên. Sửa lại tên, hoặc xác nhận vẫn giao cho cơ quan ngoài sổ đăng ký.',
    en: 'The register has no body “{lead}”, or several of that name. Correct the name, or confirm that a body outside the register is meant.',
  },
  'lead-already': { status: 409, vi: '{lead} đang chủ trì nhiệm vụ này.', en: '{lead} leads this task already.' },
  'erased-already': { status: 409, vi: 'Dữ liệu của người này đã được xóa.', en: 'This person’s data was erased already.' },
  'not-unsure': { status: 409, vi: 'Nhiệm vụ này không có chỗ nào chờ chọn cách hiểu.', en: 'Nothing in this task waits for a reading.' },
  'no-place-to-divide': {
    status: 422,
    vi: 'Không tách được ở chỗ này: mỗi phần phải còn chữ, và chỗ tách phải nằm trong câu giao việc.',
    en: 'It cannot be divided here: each part needs words, and the place must lie within the sentence.',
  },
  'not-to-join': {
    status: 422,
    vi: 'Chỉ gộp được hai nhiệm vụ khác nhau của cùng một văn bản.',
    en: 'Only two different tasks of one document are joined.',
  },
  'at-the-edge': {
    status: 422,
    vi: 'Nhiệm vụ đã ở đầu hoặc cuối danh sách.',
    en: 'The task is the first or the last of the list already.',
  },
  'nothing-to-undo': { status: 409, vi: 'Không có việc nào để hoàn tác.', en: 'There is nothing to undo.' },
  'words-not-found': {
    status: 422,
    vi: 'Không thấy đoạn chữ này trong văn bản. Chép đúng từng chữ từ văn bản nguồn.',
    en: 'These words do not stand in the document. Copy them as they are in the source.',
  },
  'nothing-to-assign': {
    status: 409,
    vi: 'Chưa giao được nhiệm vụ nào. Chưa xác nhận: {proposed}. Đã xác nhận nhưng còn vướng: {left}{why}.',
    en: 'No task can be assigned yet. Not confirmed: {proposed}. Confirmed, and something is in the way: {left}{why}.',
  },
  'identity-taken': {
    status: 409,
    vi: 'Đã có văn bản cùng số, cơ quan ban hành và ngày ban hành: {title}.',
    en: 'A document of the same number, issuer and day exists: {title}.',
  },
  'bad-span': {
    status: 422,
    vi: 'Vị trí {start}–{end} không nằm trong văn bản.',
    en: 'The position {start}–{end} lies outside the document.',
  },
  'succession-shape': { status: 422, vi: 'Phần này chưa đủ: {reason}.', en: 'This part is not complete: {reason}.' },
  'succession-into-itself': { status: 422, vi: '{name} không thể nhập vào chính mình.', en: '{name} cannot be merged into itself.' },
  'succession-twice': {
    status: 422,
    vi: '{name} đứng ở hai phần của phương án. Mỗi cơ quan chỉ sắp xếp một lần trong một phương án.',
    en: '{name} stands in two parts of the plan. Each body is reorganised once in a plan.',
  },
  'succession-not-yours': {
    status: 403,
    vi: 'Bản dự thảo này do người khác lập. Người lập hoặc người quản trị xóa được.',
    en: 'Somebody else made this draft. Its maker or an administrator can delete it.',
  },
  'succession-not-there': {
    status: 422,
    vi: '{name} không có trong sổ đăng ký vào ngày {day}, hoặc kết thúc ngay trong phương án này.',
    en: '{name} is not in the register on {day}, or ends in this very plan.',
  },
  'succession-name-taken': {
    status: 422,
    vi: 'Ngày {day} đã có một cơ quan mang tên {name} (trong sổ đăng ký hoặc trong chính phương án này). Đặt tên khác, hoặc chọn cơ quan đã có làm cơ quan nhận.',
    en: 'On {day} a body bears the name {name} already, in the register or in this very plan. Choose another name, or let the body that is there receive.',
  },
  'succession-name-same': {
    status: 422,
    vi: 'Cơ quan đang mang đúng tên {name}: đổi tên phải ghi tên khác.',
    en: 'The body bears the name {name} already: a renaming gives another.',
  },
  'succession-abbreviation-taken': {
    status: 422,
    vi: 'Tên viết tắt {abbreviation} đang là của {by}. Chọn tên viết tắt khác, hoặc để trống.',
    en: '{by} bears the abbreviation {abbreviation}. Choose another, or leave it out.',
  },
  'succession-cycle': {
    status: 422,
    vi: 'Theo phương án này, công việc của {name} đi một vòng rồi trở về chính nó.',
    en: 'In this plan the work of {name} comes round to itself again.',
  },
  'succession-too-early': {
    status: 422,
    vi: '{name} đã có một thay đổi ghi ngày {row}. Ngày có hiệu lực {day} phải sau ngày đó.',
    en: 'A change of {name} is recorded on {row}. The effective day {day} must be after it.',
  },
  'succession-not-draft': {
    status: 409,
    vi: 'Phương án này ở trạng thái «{state}» nên không làm được việc này.',
    en: 'This plan is {state}, so this cannot be done.',
  },
  'succession-empty': { status: 409, vi: 'Phương án chưa có phần nào.', en: 'The plan has no parts yet.' },
  'succession-day-ahead': {
    status: 409,
    vi: 'Ngày {day} chưa đến. Lập và diễn tập trước được; thực hiện từ ngày đó.',
    en: '{day} has not come. It can be drafted and rehearsed before, and committed from that day.',
  },
  'succession-undecided': {
    status: 409,
    vi: 'Còn {count} nhiệm vụ chưa biết về cơ quan nào. Chọn cơ quan nhận cho từng nhiệm vụ trước khi thực hiện.',
    en: '{count} tasks have nowhere to go yet. Say where each goes before committing.',
  },
  'succession-not-routed': {
    status: 409,
    vi: 'Nhiệm vụ này không thuộc diện chọn riêng: nó đi theo cơ quan, đã kết thúc, hoặc không có trong phương án.',
    en: 'This task is not decided by itself: it goes with its body, is closed, or is not in the plan.',
  },
  'succession-not-known': {
    status: 404,
    vi: 'Sổ đăng ký không ghi lần sắp xếp nào của {place} vào ngày {day}.',
    en: 'The register knows no reorganisation of {place} on {day}.',
  },
  'succession-known-done': {
    status: 409,
    vi: 'Lần sắp xếp ngày {day} đã thực hiện trong phương án «{name}». Hủy phương án đó trước khi lập lại.',
    en: 'What the register knows of {day} was committed as “{name}”. Undo that plan before drafting it again.',
  },
  'succession-undo-early': {
    status: 422,
    vi: 'Ngày hủy {on} trước ngày có hiệu lực {day}.',
    en: 'The day of undoing, {on}, is before the effective day {day}.',
  },
  'succession-built-upon': {
    status: 409,
    vi: 'Vào ngày hủy hoặc sau đó đã có lần sắp xếp khác dựa trên {name}. Hủy lần đó trước, hoặc hủy từ ngày lần đó đã hết hiệu lực.',
    en: 'A later reorganisation, standing on that day or after it, is built upon {name}. Undo that one first, or undo from the day on which it stands no more.',
  },
  'succession-name-back': {
    status: 409,
    vi: 'Nếu hủy từ {on}, {name} có trở lại, nhưng từ {day} đã có cơ quan khác mang tên đó. Đổi tên hoặc hủy lần đặt tên kia trước.',
    en: 'Undone from {on}, {name} would be there again, but from {day} another body bears that name. Rename that one or undo its naming first.',
  },
  'succession-back-unsaid': {
    status: 409,
    vi: 'Nếu hủy, cơ quan mới không còn. Chọn cơ quan cũ nhận những nhiệm vụ đã giao cho cơ quan đó, chung hoặc từng nhiệm vụ ({count}): {tasks}.',
    en: 'Undone, the new body is no more. Say which former body takes the tasks that were given to it, all or one by one ({count}): {tasks}.',
  },
  'succession-left-without': {
    status: 409,
    vi: 'Nếu hủy, {count} nhiệm vụ giao cho cơ quan mới sẽ không còn cơ quan nào giữ. Giao lại các nhiệm vụ đó trước.',
    en: 'Undone, {count} tasks given to the new body would be held by nobody. Give them to another body first.',
  },
  'not-of-places': {
    status: 422,
    vi: 'Bộ dữ liệu này không có cột đơn vị hành chính kèm cột số liệu, nên không quy được theo địa giới.',
    en: 'This dataset has no column of administrative units with a column of figures, so it cannot be told by other units.',
  },
  'measure-unknown': {
    status: 422,
    vi: 'Chưa rõ cột «{column}» cộng được hay không. Hãy chọn cách tính: cộng, bình quân, lớn nhất, nhỏ nhất.',
    en: 'Whether “{column}” adds up is not known. Choose how it is told: sum, mean, greatest, least.',
  },
  'bad-weight': {
    status: 400,
    vi: 'Trọng số thứ {n} («{place}»: «{value}») phải là một số không âm.',
    en: 'Weight {n} (“{place}”: “{value}”) has to be a number that is not negative.',
  },
  'weight-twice': {
    status: 400,
    vi: 'Trọng số thứ {n} («{place}») là của một đơn vị đã có trọng số ở trên.',
    en: 'Weight {n} (“{place}”) is of a unit that has a weight above.',
  },
  'level-not-told': {
    status: 422,
    vi: 'Không gộp được số liệu lên cấp đã chọn: ngày {day} không có đơn vị cấp ấy, hoặc số liệu không có của đơn vị nào thuộc cấp ấy.',
    en: 'The figures cannot be told of that level: on {day} it has no units, or none of the figures is of a unit below it.',
  },
  'weights-of-other-time': {
    status: 422,
    vi: 'Bảng dùng làm trọng số không có năm {time} ở cột «{column}». Gần nhất là «{nearest}»: muốn dùng, hãy ghi rõ thời điểm của trọng số.',
    en: 'The table of weights has no {time} in “{column}”. The nearest is “{nearest}”: to use it, say the time of the weights.',
  },
  'place-in-several-rows': {
    status: 422,
    vi: '«{place}» có nhiều dòng ở cùng thời điểm ({count} dòng), phân biệt bởi {columns}. Số của một dòng không phải là số của cả đơn vị. Hãy lọc để mỗi đơn vị còn một dòng, chẳng hạn chỉ lấy {only}.',
    en: '“{place}” stands in several rows of one time ({count} rows), told apart by {columns}. The figure of one row is not that of the whole unit. Narrow the rows so that one is left of each unit, as by {only}.',
  },
  'rows-of-parts': {
    status: 422,
    vi: 'Cột «{column}» cho thấy mỗi dòng là của một đơn vị nhỏ hơn, không phải của cả đơn vị ở cột «{place}», mà cột «{column}» chưa được nhận là địa giới. Hãy nhập lại và nhận cột ấy, hoặc dùng bảng có dòng của cả đơn vị.',
    en: '“{column}” says that each row is of a smaller unit, not of the whole one in “{place}”, and “{column}” was not taken as a column of places. Bring the table in again and take it as one, or use a table with rows of whole units.',
  },
  'place-in-alike-rows': {
    status: 422,
    vi: '«{place}» có nhiều dòng ở cùng thời điểm ({count} dòng) mà không cột nào phân biệt, nên không rõ lấy số nào. Hãy bỏ các dòng thừa rồi nhập lại.',
    en: '“{place}” stands in several rows of one time ({count} rows) and no column tells them apart, so it is not known which figure to take. Take the superfluous rows away and bring the table in again.',
  },
  'no-figures': {
    status: 422,
    vi: 'Không có số liệu nào ở thời điểm đã chọn.',
    en: 'There is no figure at the time chosen.',
  },
  'too-many-sent': {
    status: 429,
    vi: 'Từ mạng này đã gửi nhiều lần trong một giờ. Đợi một giờ rồi gửi lại, hoặc đăng nhập để gửi.',
    en: 'Much was sent from this network within an hour. Wait an hour and send it again, or sign in.',
  },
  'figure-report-answered': {
    status: 409,
    vi: 'Phản ánh số {no} đã được trả lời. Mở lại trang để xem câu trả lời.',
    en: 'Report {no} has been answered. Open the page again to read the answer.',
  },
  'figure-report-not-later': {
    status: 422,
    vi: 'Phiên bản {version} không sau phiên bản {read} mà người đọc đã xem. Chọn phiên bản có số liệu đã chữa.',
    en: 'Version {version} does not come after version {read}, which the reader saw. Choose the version that has the corrected figure.',
  },
  'version-thinned': {
    status: 410,
    vi: 'Phiên bản {n} đã được thu gọn ngày {on} theo quy tắc lưu giữ. Tệp gốc của phiên bản có SHA-256 {sha256}.',
    en: 'Version {n} was thinned out on {on} by the rule of its dataset. The SHA-256 of its file is {sha256}.',
  },
  'not-the-steward': {
    status: 403,
    vi: 'Bộ dữ liệu này do người phụ trách dữ liệu của cơ quan cung cấp, hoặc của UBND, cập nhật.',
    en: 'This dataset is kept by the data steward of its custodian, or of the committee.',
  },
  'import-elsewhere': {
    status: 409,
    vi: 'Lần nhập này đã sang bước khác. Mở lại trang để xem đang ở bước nào.',
    en: 'This import has moved on. Open the page again to see where it is.',
  },
  'file-holds-more': {
    status: 403,
    vi: 'Tệp này có nội dung không thuộc bảng dữ liệu, nên chỉ người phụ trách bộ dữ liệu và người kiểm tra tải được. Số liệu của bảng tải được ở trang của bộ dữ liệu.',
    en: 'This file holds more than the table, so it is for who keeps the dataset and who audits. The table itself can be taken from the page of the dataset.',
  },
  'import-of-another': {
    status: 403,
    vi: 'Lần nhập này do người khác bắt đầu. Bạn xem và dừng được; chỉ người bắt đầu mới nhập tiếp được.',
    en: 'Somebody else began this import. You can see it and cancel it; only who began it can go on with it.',
  },
  'import-under-way': {
    status: 409,
    vi: 'Đang có một lần nhập khác của bộ dữ liệu này. Chờ lần đó xong hoặc dừng lần đó trước.',
    en: 'Another import of this dataset is under way. Wait for it, or cancel it first.',
  },
  'import-meanwhile': {
    status: 409,
    vi: 'Từ khi tệp này được đọc, bộ dữ liệu đã có phiên bản {n}. Đọc lại tệp để so với phiên bản đó, rồi xác nhận.',
    en: 'Since this file was read, the dataset has got version {n}. Have the file read again, to be compared with that one, and confirm.',
  },
  'columns-meanwhile': {
    status: 409,
    vi: 'Từ khi trang này được mở, tệp đã được đọc lại theo cách khác hoặc bộ dữ liệu đã có phiên bản mới: các cột có thể không còn như lúc đó. Xem lại các cột, rồi xác nhận.',
    en: 'Since this page was opened, the file was read in another way, or the dataset got a new version: its columns may be others now. Look at them again, and confirm.',
  },
  'import-unanswered': {
    status: 422,
    vi: 'Cột «{column}» đọc được theo hai cách. Chọn một cách trước khi nhập.',
    en: 'The column “{column}” can be read in two ways. Choose one first.',
  },
  'import-asks-type': {
    status: 422,
    vi: 'Cột «{column}»: {fits} trên {of} ô đọc được là số, ngày hoặc kỳ; còn lại: {misses}. Chọn kiểu của cột trước khi nhập: số, ngày, kỳ (các dòng kia thành dòng lỗi) hoặc chữ.',
    en: 'The column “{column}”: {fits} of {of} cells read as numbers, days or periods; the others: {misses}. Choose its type first: number, day, period (the others are bad rows then) or text.',
  },
  'import-same-title': {
    status: 409,
    vi: 'Đã có bộ dữ liệu cùng tên «{title}» ({slug}). Nhập thành phiên bản mới của bộ đó, hoặc xác nhận đây là một bộ khác.',
    en: 'There is a dataset called “{title}” already ({slug}). Bring it in as a new version of that one, or confirm that this is another.',
  },
  'import-same-file': {
    status: 409,
    vi: 'Tệp này chính là tệp của phiên bản {n} đang dùng, và được đọc như phiên bản đó: nhập lần nữa thì không có gì khác. Dừng lần nhập này, hoặc xác nhận vẫn nhập.',
    en: 'This is the very file of version {n}, the current one, and is read as that one was: brought in again, nothing differs. Cancel this import, or confirm that it is taken all the same.',
  },
  'import-asks-head': {
    status: 422,
    vi: 'Dòng đầu giống các dòng sau. Chọn dòng đầu là tên cột hay là dữ liệu.',
    en: 'The first row looks like the others. Say whether it holds headings or data.',
  },
  'import-asks-totals': {
    status: 422,
    vi: 'Tệp có {what}. Chọn bỏ các dòng đó hay giữ lại.',
    en: 'The file has {what}. Say whether these rows are left out or kept.',
  },
  'import-asks-renamed': {
    status: 422,
    vi: 'Cột «{column}» có vẻ là cột «{was}» của phiên bản trước, đã đổi tên. Nói rõ phải hay không.',
    en: 'The column «{column}» seems to be «{was}» of the version before, under another heading. Say whether it is.',
  },
  'import-asks-personal': {
    status: 422,
    vi: 'Có {n} cột có vẻ là dữ liệu cá nhân: {columns}. Chỉ mở hoặc chia sẻ khi pháp luật cho phép hoặc người đó đồng ý (Luật Bảo vệ dữ liệu cá nhân 2025): xác nhận, không lấy các cột đó, hoặc chọn mức truy cập hẹp hơn.',
    en: '{n} columns seem to be personal data: {columns}. They are told to others only where the law or the persons allow it (Law on Personal Data Protection 2025): confirm it, leave these columns out, or choose a narrower access.',
  },
  'import-was-not-gone': {
    status: 422,
    vi: 'Cột «{column}» không thể là «{was}»: phiên bản đang dùng không có cột đó, hoặc tệp vẫn có cột đó.',
    en: 'The column “{column}” cannot be “{was}”: the current version has no such column, or the file has it still.',
  },
  'import-was-type': {
    status: 422,
    vi: 'Cột «{column}» không thể là «{was}»: cột cũ có kiểu {type}, giá trị trong tệp không đọc được như thế ({example}).',
    en: 'The column “{column}” cannot be “{was}”: that one is of type {type}, and what the file says does not read so ({example}).',
  },
  'import-was-twice': {
    status: 422,
    vi: 'Hai cột cùng được nói là cột «{was}» trước đây. Chọn một.',
    en: 'Two columns are said to be “{was}”. Choose one.',
  },
  'import-was-crossed': {
    status: 422,
    vi: 'Cột «{column}» không thể là «{was}»: tiêu đề mới của cột này sẽ trùng với tên máy của một cột khác, hoặc ngược lại, nên tệp xuất cho chương trình rồi nhập lại sẽ lẫn hai cột với nhau. Đổi tiêu đề trong tệp, hoặc nhập thành cột mới.',
    en: 'The column “{column}” cannot be “{was}”: the heading of one of two columns would be the name by which programs read the other, and a file exported for programs would come back with both mixed up. Change the heading in the file, or bring it in as a new column.',
  },
  'import-out-all': {
    status: 422,
    vi: 'Mọi cột đều chọn không lấy. Giữ lại ít nhất một cột.',
    en: 'Every column is to be left out. Keep one at least.',
  },
  'import-out-key': {
    status: 422,
    vi: 'Cột «{column}» là khóa nhận ra từng dòng, không bỏ được. Chọn khóa khác, không dùng khóa, hoặc lấy cột này.',
    en: 'The column “{column}” is of the key that tells rows apart. Choose another key, or none, or take the column.',
  },
  'import-out-within': {
    status: 422,
    vi: 'Cột «{of}» được hiểu theo đơn vị cấp trên ghi ở cột «{column}». Đọc lại tệp không có cột «{column}» để xem các tên được hiểu thế nào, rồi mới nhập.',
    en: 'The column “{of}” is understood by the units above that “{column}” names. Have the file read again without “{column}” first, and see how its names are understood.',
  },
  'import-out-crs': {
    status: 422,
    vi: 'Vị trí được tính từ cột «{column}», không bỏ được cột này. Lấy cột này, hoặc chọn không đọc tọa độ.',
    en: 'Positions are made of the column “{column}”. Take it, or say that there are no coordinates.',
  },
  'import-no-column': { status: 422, vi: 'Tệp không có cột «{column}».', en: 'The file has no column “{column}”.' },
  'import-asks-crs': {
    status: 422,
    vi: 'Tệp không nói tọa độ ở hệ nào. Chọn hệ tọa độ trước khi nhập.',
    en: 'The file does not say in which system its coordinates are. Choose one first.',
  },
  'import-schema': {
    status: 422,
    vi: 'Lược đồ dữ liệu kèm theo chưa đúng Frictionless Table Schema ({reason}).',
    en: 'The schema is no Frictionless Table Schema ({reason}).',
  },
  'import-no-place': {
    status: 422,
    vi: 'Cột «{column}» chưa được đọc như một cột địa giới. Đọc lại tệp với cột đó và một ngày.',
    en: 'The column “{column}” was not read as one of places. Have the file read again with it, and a day.',
  },
  'import-empty': {
    status: 422,
    vi: 'Không có dòng số liệu nào đọc được trong tệp; có thể tệp chỉ có tên cột.',
    en: 'No row of the file could be read; it may have headings only.',
  },
  'import-too-wide': {
    status: 422,
    vi: 'Tệp có {columns} cột; một bộ dữ liệu có tối đa {most} cột. Chuyển các cột cùng loại thành dòng.',
    en: 'The file has {columns} columns; a dataset has {most} at most. Turn columns of one kind into rows.',
  },
  'import-unreadable': {
    status: 422,
    vi: 'Không đọc được tệp «{name}» theo định dạng {format}: tệp hỏng, bị cắt, hoặc đuôi tên không đúng với định dạng.',
    en: 'The file “{name}” cannot be read as {format}: it is damaged, cut, or its name does not say what it is.',
  },
  'import-json-whole': {
    status: 413,
    vi: 'Tệp «{name}» là JSON không xếp theo từng bản ghi, phải đọc cả tệp một lần nên chỉ đọc được đến {limit} MB. Hãy xuất lại thành danh sách bản ghi, mỗi dòng một bản ghi (NDJSON), hoặc CSV rồi nhập.',
    en: 'The file “{name}” is JSON that is no list of records; it is read as a whole, up to {limit} MB. Export it as a list of records, a record a line (NDJSON), or CSV, and import that.',
  },
  'import-ends-server': {
    status: 422,
    vi: 'Máy chủ đã dừng đột ngột {tries} lần khi đang nhập tệp «{name}», nên không tự nhập tiếp nữa. Có thể nhập lại; nếu vẫn như vậy, hãy chia nhỏ tệp hoặc xuất lại theo định dạng khác.',
    en: 'The server ended {tries} times while it took in the file “{name}”, so it does not go on by itself. It may be brought in again; if that ends likewise, divide the file, or export it in another format.',
  },
  'import-zip-without-shape': {
    status: 422,
    vi: 'Tệp nén «{name}» không có đủ tệp .shp và .dbf của một Shapefile.',
    en: 'The archive “{name}” has no .shp with its .dbf, of a Shapefile.',
  },
  'import-other-format': {
    status: 422,
    vi: 'Tệp «{name}» ở định dạng {format}, phần mềm không đọc. Hãy xuất lại thành {instead} rồi nhập.',
    en: 'The file “{name}” is {format}, which is not read here. Export it as {instead} and import that.',
  },
  'import-format-unknown': {
    status: 422,
    vi: 'Chưa đọc được tệp «{name}»: không phải định dạng nào phần mềm biết ({known}).',
    en: 'The file “{name}” is of no format that is known here ({known}).',
  },
  'import-save-as-workbook': {
    status: 422,
    vi: 'Tệp «{name}» là bảng tính loại {format}, chưa đọc được. Mở bằng Excel hoặc LibreOffice, chọn Lưu thành (Save As) loại .xlsx, rồi tải tệp .xlsx lên.',
    en: 'The file “{name}” is a workbook of the kind {format}, which is not read here. Open it in Excel or LibreOffice, save it as .xlsx, and send that.',
  },
  'import-locked': {
    status: 422,
    vi: 'Tệp «{name}» có mật khẩu. Mở bằng Excel, bỏ mật khẩu, lưu lại rồi tải lên.',
    en: 'The file “{name}” has a password. Open it in Excel, take the password off, save it, and send it again.',
  },
  'import-no-table': {
    status: 422,
    vi: 'Tệp «{name}» là loại {format}, không phải bảng dữ liệu. Chép bảng trong đó sang Excel, lưu thành .xlsx, rồi tải lên.',
    en: 'The file “{name}” is {format}, not a table of data. Copy its table into a workbook, save it as .xlsx, and send that.',
  },
  'import-unpack': {
    status: 422,
    vi: 'Tệp «{name}» là tệp nén {format}. Giải nén rồi tải từng tệp dữ liệu lên; Shapefile thì nén lại thành .zip.',
    en: 'The file “{name}” is packed ({format}). Unpack it and send each file of data; pack a Shapefile as .zip.',
  },
  'import-save-tables': {
    status: 422,
    vi: 'Tệp «{name}» là cơ sở dữ liệu {format}. Mở bằng phần mềm của nó, xuất từng bảng ra .xlsx hoặc .csv, rồi tải lên.',
    en: 'The file “{name}” is a database ({format}). Open it in its own software, export each table as .xlsx or .csv, and send that.',
  },
  'import-save-layer': {
    status: 422,
    vi: 'Tệp «{name}» là bản đồ loại {format}, chưa đọc được. Mở bằng QGIS, xuất lớp ra GeoPackage (.gpkg) hoặc GeoJSON, rồi tải lên.',
    en: 'The file “{name}” is a map of the kind {format}, which is not read here. Open it in QGIS, export its layer as GeoPackage (.gpkg) or GeoJSON, and send that.',
  },
  'import-zip-shapefile': {
    status: 422,
    vi: 'Tệp «{name}» chỉ là một phần của Shapefile. Nén các tệp .shp, .dbf, .shx, .prj cùng tên thành một tệp .zip, rồi tải tệp .zip lên.',
    en: 'The file “{name}” is only a part of a Shapefile. Pack .shp, .dbf, .shx and .prj of that name into one .zip, and send that.',
  },
  'import-no-owner': {
    status: 503,
    vi: 'Máy chủ chưa có quyền tạo bảng: người quản trị cần đặt DATABASE_OWNER_URL.',
    en: 'The server may not make tables: the administrator must set DATABASE_OWNER_URL.',
  },
  'import-broken': {
    status: 500,
    vi: 'Lần nhập dừng giữa chừng vì sự cố của phần mềm; chưa có gì được hiện ra. Khi báo lỗi, ghi kèm số {number}.',
    en: 'The import stopped on a fault of the software; nothing of it is shown. Quote the number {number} when you report it.',
  },
  'database-away': {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời. Thử lại sau ít phút; mở lại trang để xem việc vừa làm đã được ghi hay chưa.',
    en: 'The database does not answer for now. Try again in a few minutes; open the page again to see whether your last action was recorded.',
  },
  'disk-full': {
    status: 507,
    vi: 'Đĩa của máy chủ đã đầy nên việc này chưa được ghi. Báo người quản trị dọn chỗ trống rồi làm lại; những gì đã ghi vẫn còn nguyên.',
    en: 'The disk of the server is full, so this was not recorded. Ask the administrator to free some space and try again; what was recorded is intact.',
  },
} as const satisfies Record<string, Row>

export type RefusalCode = keyof typeof refusals
export const refusalCodes = Object.keys(refusals) as readonly RefusalCode[] as readonly [RefusalCode, ...RefusalCode[]]
export type Refusal = { readonly code: RefusalCode; readonly data?: Readonly<Record<string, string | number>> }
export type Language = 'vi' | 'en'

export const statusOf = (refusal: Refusal): number => refusals[refusal.code].status

/** The sentence of a refusal, its blanks filled, a day as people write it; a blank without data shows its name. The data keep the day as `2026-11-26`. */
export function sentence(refusal: Refusal, language: Language): string {
  return refusals[refusal.code][language].replace(/\{(\w+)\}/g, (_, name: string) => upright(spoken(refusal.data?.[name] ?? name)))
}

/** `2026-11-26` → `26/11/2026`, in both languages as the forms take it; what is no day of a calendar stays as it was typed. */
function spoken(value: string | number): string {
  const text = String(value)
  const [, year, month, date] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? []
  const isDay = year !== undefined && new Date(text).toJSON()?.slice(0, 10) === text
  return isDay ? `${date}/${month}/${year}` : text
}
