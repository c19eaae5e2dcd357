/** «các sở, ban, ngành», «UBND các xã, phường», «UBND cấp xã»: a class, which a person expands before it can hold work. [DIR-12] */
export const isClassOfBodies = (name: string): boolean => /^(?:các|những|mọi|toàn thể)\s|\s(?:các|cấp)\s/iu.test(name)
