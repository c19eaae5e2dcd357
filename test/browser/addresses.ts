/**
 * Every page that is walked in both widths and both themes. `{sample}` is the slug of the sample letter, `{task}` a task of it, `{class}` one whose
 * lead is a class of bodies, `{unsure}` one with two readings, `{plan}` a plan of succession. */
export const addresses = [
  '/',
  '/lam-viec/tiep-nhan',
  '/lam-viec/tiep-nhan/{sample}',
  '/lam-viec',
  '/lam-viec/dieu-hanh',
  '/lam-viec/dieu-hanh?theo=quy&ngay=2023-01-31',
  '/tim?q=so%20ke%20hoach',
  '/lam-viec/nhiem-vu',
  '/lam-viec/nhiem-vu/{task}',
  '/lam-viec/nhiem-vu/{task}/tien-do',
  '/lam-viec/nhiem-vu/{class}/chon-ten',
  '/lam-viec/nhiem-vu/{unsure}/cach-hieu',
  '/van-ban',
  '/van-ban/{sample}',
  '/dia-gioi',
  '/dia-gioi?ngay=2024-06-01&q=hoa%20khanh',
  '/dia-gioi/p48-2025-07-01',
  '/dia-gioi/d492-origin',
  '/to-chuc',
  '/to-chuc/so-thong-tin-va-truyen-thong-da-nang-origin',
  '/lam-viec/hop-nhat',
  '/lam-viec/hop-nhat/{plan}',
  '/lam-viec/hop-nhat/00000000-0000-0000-0000-000000000000',
  '/lam-viec/nhat-ky',
  '/lam-viec/thong-bao',
  '/lam-viec/tai-khoan',
  '/lam-viec/quan-tri',
  '/lam-viec/quan-tri/00000000-0000-0000-0000-000000000000',
  '/dang-nhap',
  '/dang-nhap/he-thong-chung',
  '/dang-nhap/tra-ve',
  '/dang-xuat',
  '/thiet-lap',
  '/tro-giup',
  '/thanh-phan',
  '/khong-co-trang-nay',
] as const

/** Addresses that answer a file and no page: each is asked for once. */
export const downloads = ['/lam-viec/dieu-hanh.xlsx', '/lam-viec/nhiem-vu.xlsx'] as const
