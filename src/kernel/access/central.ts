/**
 * The locality's own committee and its office, whose work is everybody's: who serves them sees all.
 *
 * @param home the province of this node, as the register writes it
 */
export const isCentral = (body: { readonly rank: string; readonly of: string; readonly name: string }, home: string): boolean =>
  home !== '' && body.of === home && (body.rank === 'province' || /^Văn phòng (?:UBND|Ủy ban nhân dân)(?![\p{L}])/iu.test(body.name))
