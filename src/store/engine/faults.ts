/**
 * What keeps a store from opening. Said once, at start, in both languages; the process ends and nothing was changed.
 * Not a refusal: nobody asked anything yet.
 */
export const faults = {
  'data-in-use': {
    vi: 'Thư mục dữ liệu {directory} đang được một tiến trình Liên Vùng khác sử dụng. Dừng tiến trình đó, hoặc chọn thư mục khác bằng --data.',
    en: 'The data directory {directory} is in use by another Liên Vùng process. Stop it, or choose another directory with --data.',
  },
  'data-not-writable': {
    vi: 'Không ghi được vào thư mục dữ liệu {directory} ({reason}). Kiểm tra quyền và dung lượng còn trống.',
    en: 'The data directory {directory} cannot be written ({reason}). Check permissions and free space.',
  },
  'disk-full': {
    vi: 'Đĩa chứa {directory} đã đầy. Dọn chỗ trống rồi khởi động lại; thay đổi đã xác nhận vẫn còn.',
    en: 'The disk of {directory} is full. Free some space and start again; every acknowledged change is kept.',
  },
  'schema-newer': {
    vi: 'Dữ liệu do phiên bản mới hơn ghi (bước {found}); phần mềm này chỉ biết đến bước {known}. Cài phiên bản mới hơn.',
    en: 'The data was written by a newer version (step {found}); this software knows step {known}. Install a newer version.',
  },
  'migration-edited': {
    vi: 'Bước nâng cấp {name} khác với bước đã chạy trên dữ liệu này. Cài lại đúng bản phát hành.',
    en: 'Migration {name} differs from the one that ran on this data. Reinstall the release.',
  },
  'migration-skipped': {
    vi: 'Bước nâng cấp {name} chưa từng chạy trên dữ liệu này, trong khi các bước sau nó đã chạy đến bước {found}. Không có gì bị thay đổi. Phục hồi từ bản sao lưu, hoặc dùng lại đúng bản phát hành đã ghi dữ liệu.',
    en: 'Migration {name} never ran on this data, though later ones ran, up to step {found}. Nothing was changed. Restore a backup, or use the release that wrote the data.',
  },
  'schema-older-no-owner': {
    vi: 'Cơ sở dữ liệu cần nâng cấp {count} bước. Chạy lệnh upgrade với vai chủ sở hữu (DATABASE_OWNER_URL), rồi khởi động lại.',
    en: 'The database needs {count} migrations. Run the verb upgrade as the owner (DATABASE_OWNER_URL), then start again.',
  },
  'no-owner': {
    vi: 'Việc này cần vai chủ sở hữu của cơ sở dữ liệu. Đặt DATABASE_OWNER_URL rồi làm lại.',
    en: 'This needs the owner’s role of the database. Set DATABASE_OWNER_URL and try again.',
  },
  'no-postgis': {
    vi: 'Máy chủ PostgreSQL này chưa có {missing}. Người quản trị chạy một lần nội dung của lệnh «lienvung database script».',
    en: 'This PostgreSQL lacks {missing}. An administrator runs the output of “lienvung database script” once.',
  },
  'no-role': {
    vi: 'Tài khoản trong {setting} không dùng được vai {role}. Dùng địa chỉ do lệnh «lienvung database script» nêu, sau khi người quản trị chạy nội dung lệnh ấy một lần.',
    en: 'The account of {setting} cannot work as {role}. Use the address that “lienvung database script” prints, once an administrator has run it.',
  },
  'postgres-too-old': {
    vi: 'Cần PostgreSQL 15 trở lên; máy chủ này là {found}.',
    en: 'PostgreSQL 15 or newer is needed; this server is {found}.',
  },
  'database-unreachable': {
    vi: 'Không kết nối được cơ sở dữ liệu {host} ({reason}). Kiểm tra {setting}.',
    en: 'The database {host} cannot be reached ({reason}). Check {setting}.',
  },
  'file-not-writable': {
    vi: 'Không ghi được tệp {file} ({reason}). Kiểm tra thư mục và quyền.',
    en: 'The file {file} cannot be written ({reason}). Check its folder and permissions.',
  },
  'file-exists': {
    vi: 'Đã có tệp {file}. Chọn tên khác; tệp cũ được giữ nguyên.',
    en: 'The file {file} exists. Choose another name; the old one is kept.',
  },
  'file-missing': {
    vi: 'Không đọc được tệp {file} ({reason}).',
    en: 'The file {file} cannot be read ({reason}).',
  },
  'target-not-empty': {
    vi: 'Nơi phục hồi đã có dữ liệu. Chỉ phục hồi vào nơi trống; không có gì bị thay đổi.',
    en: 'The target already holds data. Restore needs an empty one; nothing was changed.',
  },
  'target-newer': {
    vi: 'Cơ sở dữ liệu này đã nâng cấp đến bước {found}, còn bản sao lưu ở bước {backup}. Tạo một cơ sở dữ liệu mới, trống, chạy nội dung của lệnh «lienvung database script» ở đó, rồi phục hồi vào đó: dữ liệu được nâng cấp ngay sau khi phục hồi. Không có gì bị thay đổi.',
    en: 'This database stands at step {found}, the backup at step {backup}. Create a new, empty database, run the output of “lienvung database script” there, and restore into that one: what is restored is brought up to date at once. Nothing was changed.',
  },
  'backup-damaged': {
    vi: 'Tệp sao lưu {file} không nguyên vẹn ({reason}). Không có gì được phục hồi.',
    en: 'The backup {file} is damaged ({reason}). Nothing was restored.',
  },
} as const

export type FaultCode = keyof typeof faults

export class StoreFault extends Error {
  override readonly name = 'StoreFault'
  readonly code: FaultCode
  readonly data: Readonly<Record<string, string | number>>

  constructor(code: FaultCode, data: Readonly<Record<string, string | number>> = {}, cause?: unknown) {
    super(`${fill(faults[code].vi, data)}\n${fill(faults[code].en, data)}`, { cause })
    this.code = code
    this.data = data
  }
}

const fill = (text: string, data: Readonly<Record<string, string | number>>): string =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(data[name] ?? name))

/** The reason in a word, of an error whose message may hold a password: its code when it has one. */
export const reasonOf = (error: unknown): string => {
  if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code
  return error instanceof Error ? error.message.replace(/postgres(?:ql)?:\/\/\S+/g, '…') : String(error)
}

/** Written by PostgreSQL and PGlite, and by the file system. */
const FULL = ['53100', 'ENOSPC']

/** The fault behind an accident, where it is one that a person can mend; else the accident itself. @param place directory or host */
export const mendable = (error: unknown, place: string): unknown =>
  FULL.includes(reasonOf(error)) ? new StoreFault('disk-full', { directory: place }, error) : error
