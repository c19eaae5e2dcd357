/**
 * Central meridians of the 3° zones in which provinces keep their maps and land registers, by the codes that the provinces had
 * before 1-7-2025. A province that was joined of several has those of each: its files lie in several zones. [DAT-22]
 *
 * @source Thông tư 973/2001/TT-TCĐC and 25/2014/TT-BTNMT, written from memory and checked against where each province lies; a
 *   meridian of the 34 new provinces has not been published
 */
const degrees: Readonly<Record<string, readonly string[]>> = {
  '103': ['11', '12'],
  '104': ['14'],
  '104.5': ['91', '96'],
  '104.75': ['10', '15', '25', '40', '89'],
  '105': ['01', '26', '35', '37', '38', '87', '92', '93', '95'],
  '105.5': ['02', '27', '30', '33', '34', '36', '42', '72', '84', '86', '94'],
  '105.75': ['04', '31', '74', '79', '80', '82', '83'],
  '106': ['08', '17', '44'],
  '106.25': ['45', '70'],
  '106.5': ['06', '19'],
  '107': ['24', '46'],
  '107.25': ['20'],
  '107.5': ['62'],
  '107.75': ['22', '48', '49', '68', '75', '77'],
  '108': ['51'],
  '108.25': ['52', '56', '58'],
  '108.5': ['54', '60', '64', '66', '67'],
}

export const allMeridians: readonly number[] = Object.keys(degrees).map(Number)

/** @param codes of provinces before 1-7-2025 */
export const meridiansOf = (codes: readonly string[]): readonly number[] =>
  Object.entries(degrees).flatMap(([meridian, of]) => (of.some((code) => codes.includes(code)) ? [Number(meridian)] : []))
