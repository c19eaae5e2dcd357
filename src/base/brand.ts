/** Makes two types of the same shape unmixable: a `Day` is text, but not every text is a `Day`. */
declare const brand: unique symbol
export type Brand<T, Name extends string> = T & { readonly [brand]: Name }
