const SHORTEST = 10

/** What hands type without thinking; a piece of one counts as a single character. */
const trodden = [
  '01234567890',
  'abcdefghijklmnopqrstuvwxyz',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
  'matkhau',
  'mật khẩu',
  'password',
  'lienvung',
]
const PIECE = 4

/** A password that is guessed first: too short once what everyone types is left out, holding the login, or a few characters repeated. */
export function isWeak(password: string, login: string | null): boolean {
  const said = password.normalize('NFKC').toLowerCase()
  return lengthOf(said) < SHORTEST || new Set(said).size < 5 || (login !== null && login.length >= 3 && said.includes(login.toLowerCase()))
}

function lengthOf(said: string): number {
  const characters = [...said]
  let length = 0
  for (let at = 0; at < characters.length; length += 1) {
    let run = PIECE
    while (at + run <= characters.length && isTrodden(characters.slice(at, at + run).join(''))) run += 1
    at += run === PIECE ? 1 : run - 1
  }
  return length
}

const isTrodden = (piece: string): boolean => trodden.some((row) => row.includes(piece) || [...row].toReversed().join('').includes(piece))
