import { Notice } from './notice.tsx'
import { useSay } from './reader.tsx'

/** What an answer of the registers must be read with. */
export function RegisterWarnings({ of }: { of: readonly 'before-register'[] }) {
  const say = useSay()
  return of.map((warning) => (
    <Notice kind="w" key={warning}>
      {say(`register.${warning}`)}
    </Notice>
  ))
}
