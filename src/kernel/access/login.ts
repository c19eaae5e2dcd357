/** «Nguyen.Van.A » is «nguyen.van.a»: a login is compared, kept and counted without case, outer blanks and forms of letters. */
export const foldLogin = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
