const SHORTEST = 10

/** A password that is guessed first: too short, holding the login, or made of a few characters repeated. */
export function isWeak(password: string, login: string | null): boolean {
  const said = password.normalize('NFKC').toLowerCase()
  return (
    [...said].length < SHORTEST || new Set(said).size < 5 || (login !== null && login.length >= 3 && said.includes(login.toLowerCase()))
  )
}
