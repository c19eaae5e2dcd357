import { fold } from '../../base/fold.ts'

/** How a province is called: «Quảng Trị», whose committee is «UBND tỉnh Quảng Trị». */
export type Province = { readonly name: string; readonly committee: string }

/**
 * The province that the name of a body outside the register says it is of: «Sở Y tế tỉnh Quảng Trị», «Sở Y tế thành phố Huế»,
 * «Sở Y tế Quảng Trị». A name that ends like a province without saying its level is that of a body of it only when it begins
 * with what a province has: a hospital may be called after anything. [TSK-57]
 *
 * @param provinces those of the day; a city that is no province on it is a city
 * @returns null: it says none
 */
export function provinceSaid(body: string, provinces: readonly Province[]): string | null {
  const words = fold(body).replace(/ (?:tp|t p) /, ' thanh pho ')
  const said = provinces.filter(({ name, committee }) => {
    const called = fold(committee).replace(COMMITTEE, '')
    return words.endsWith(` ${called}`) || (OF_A_PROVINCE.test(words) && words.endsWith(` ${fold(name)}`))
  })
  // «Hà Nam» ends no longer name
  return said.toSorted((a, b) => b.name.length - a.name.length)[0]?.name ?? null
}
const COMMITTEE = /^(?:ubnd|uy ban nhan dan) /
const OF_A_PROVINCE = /^(?:so|ubnd|uy ban nhan dan|cong an|thanh tra|van phong ubnd|hdnd|hoi dong nhan dan) /
