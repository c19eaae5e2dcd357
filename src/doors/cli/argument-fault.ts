/**
 * What `parseArgs` of Node could not read, in a sentence of ours: its own words are English, and speak to programmers.
 * Vietnamese first, English after, like everything the command line says before it knows a reader.
 */
export function argumentFault(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  const text = error instanceof Error ? error.message : String(error)
  const flag = /'(--?[^' ]+)/.exec(text)?.[1] ?? /'([^']*)'/.exec(text)?.[1] ?? ''
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return both(`Không có tham số «${flag}».`, `There is no argument “${flag}”.`)
  if (code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return surplus(flag)
  if (code !== 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return both(`Không hiểu dòng lệnh: ${text}`, 'The command line is not understood.')
  if (text.includes('does not take')) return both(`Tham số «${flag}» không nhận giá trị.`, `The argument “${flag}” takes no value.`)
  return both(
    `Thiếu giá trị sau «${flag}»; giá trị bắt đầu bằng dấu gạch thì ghi ${flag}=-….`,
    `A value is missing after “${flag}”; one that begins with a dash is written ${flag}=-….`,
  )
}

export const surplus = (word: string): string =>
  both(
    `Thừa «${word}». Nhiều từ thì đặt trong dấu nháy: "Hòa Khánh".`,
    `“${word}” is one word too many. Several words go between quotation marks: "Hòa Khánh".`,
  )

export const both = (vi: string, en: string): string => `${vi} / ${en}`
