import { createContext, type ReactNode, useContext } from 'react'
import type { Language } from '../../../base/refusals.ts'
import { type Blanks, pieces, type Say, speaker, type TextKey } from '../../../base/text/text.ts'
import { dayWords, instantWords, numberWords } from '../dates.ts'

/** Who reads the page: the language, and the sentences in it. Set once by the shell. */
const Reading = createContext<{ readonly language: Language; readonly say: Say }>({ language: 'vi', say: speaker('vi') })

export const Reader = ({ language, children }: { language: Language; children: ReactNode }) => (
  <Reading value={{ language, say: speaker(language) }}>{children}</Reading>
)

export const useSay = (): Say => useContext(Reading).say
export const useLanguage = (): Language => useContext(Reading).language

/** A sentence whose blanks are elements: `<Sentence of="task.due-on" put={{ day: <DayText of="2022-12-31" /> }} />`. */
export function Sentence({
  of,
  blanks,
  put,
}: {
  readonly of: TextKey
  readonly blanks?: Blanks
  readonly put: Readonly<Record<string, ReactNode>>
}) {
  const say = useSay()
  return (
    <>
      {pieces(say, of, blanks).map((piece, i) =>
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a sentence never change their order
        typeof piece === 'string' ? piece : <Piece key={i}>{put[piece.blank] ?? `{${piece.blank}}`}</Piece>,
      )}
    </>
  )
}

/** Isolated: what a stranger wrote does not turn the words around it. [PAG-15] */
const Piece = ({ children }: { children: ReactNode }) => <bdi>{children}</bdi>

export const DayText = ({ of }: { of: string }) => <time dateTime={of}>{dayWords(of, useLanguage())}</time>
export const InstantText = ({ of }: { of: string }) => <time dateTime={of}>{instantWords(of, useLanguage())}</time>
export const NumberText = ({ of }: { of: number }) => <span className="tn">{numberWords(of, useLanguage())}</span>
