/** Rules as docs/spec writes them, ids as tests quote them, and what is on one side only. */
const RULE = /^- \*\*([A-Z]{2,4}-\d+)\*\* /gm
const QUOTED = /\[([A-Z]{2,4}-\d+)\]/g
/** The first words of a name: what stands at the beginning of a text that is an argument. */
const NAME = /\(\s*['"`]((?:\[[A-Z]{2,4}-\d+\]\s*)+)/g

const all = (texts: readonly string[], pattern: RegExp): readonly string[] =>
  texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] ?? ''))

export function bindings(
  specs: readonly string[],
  tests: readonly string[],
): { twice: readonly string[]; untested: readonly string[]; unknown: readonly string[]; rules: number } {
  const rules = all(specs, RULE)
  const quoted = new Set(all(all(tests, NAME), QUOTED))
  return {
    rules: rules.length,
    twice: rules.filter((id, i) => rules.indexOf(id) !== i),
    untested: rules.filter((id) => !quoted.has(id)),
    unknown: [...quoted].filter((id) => !rules.includes(id)),
  }
}
