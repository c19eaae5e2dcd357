import ts from 'typescript'

/** Rules as docs/spec writes them, ids as the names of tests begin with, and what is on one side only. */
const RULE = /^- \*\*([A-Z]{2,4}-\d+)\*\* /gm
const QUOTED = /\[([A-Z]{2,4}-\d+)\]/g
/** The ids that stand at the beginning of a name. */
const BEGINNING = /^(?:\[[A-Z]{2,4}-\d+\]\s*)+/

const all = (text: string, pattern: RegExp): readonly string[] => [...text.matchAll(pattern)].map((match) => match[1] ?? '')

/** @param tests the text of each test file; one that is skipped, or still to be written, is no proof of its rule */
export function bindings(
  specs: readonly string[],
  tests: readonly string[],
): { twice: readonly string[]; untested: readonly string[]; unknown: readonly string[]; rules: number } {
  const rules = specs.flatMap((text) => all(text, RULE))
  const named = tests.flatMap(testsOf)
  const quoted = new Set(named.flatMap(({ ids }) => ids))
  const proved = new Set(named.filter((one) => one.runs).flatMap(({ ids }) => ids))
  return {
    rules: rules.length,
    twice: rules.filter((id, i) => rules.indexOf(id) !== i),
    untested: rules.filter((id) => !proved.has(id)),
    unknown: [...quoted].filter((id) => !rules.includes(id)),
  }
}

type Named = { readonly ids: readonly string[]; readonly runs: boolean }

/** Every test of a file whose name begins with ids. Read as a program: words in a comment or a text are none. */
function testsOf(text: string): readonly Named[] {
  const found: Named[] = []
  const visit = (node: ts.Node, skipped: boolean): void => {
    const words = ts.isCallExpression(node) ? wordsOf(node.expression) : []
    const isSkipped = skipped || (ts.isCallExpression(node) && (words.some((word) => SKIPS.has(word)) || skipsByOptions(node)))
    if (ts.isCallExpression(node) && ['test', 'it'].includes(words[0] ?? '')) {
      const ids = all(BEGINNING.exec(nameOf(node))?.[0] ?? '', QUOTED)
      if (ids.length > 0) found.push({ ids, runs: !isSkipped && node.arguments.length > 1 })
    }
    const within = isSkipped && GROUPS.has(words[0] ?? '')
    ts.forEachChild(node, (child) => visit(child, skipped || within))
  }
  visit(parsed(text), false)
  return found
}

const SKIPS: ReadonlySet<string> = new Set(['skip', 'todo'])
const GROUPS: ReadonlySet<string> = new Set(['describe', 'suite', 'test', 'it'])

/** Of a file with markup when it cannot be read as one without: `<T>(x) => …` is a generic in one and an element in the other. */
function parsed(text: string): ts.SourceFile {
  const [plain, markup] = [ts.ScriptKind.TS, ts.ScriptKind.TSX].map((kind) =>
    ts.createSourceFile('a', text, ts.ScriptTarget.Latest, false, kind),
  )
  if (plain === undefined || markup === undefined) throw new Error('two were made')
  return faultsOf(plain) <= faultsOf(markup) ? plain : markup
}

const faultsOf = (file: ts.SourceFile): number =>
  'parseDiagnostics' in file && Array.isArray(file.parseDiagnostics) ? file.parseDiagnostics.length : 0

/** `test.skip.each(rows)` → test, skip, each. */
function wordsOf(callee: ts.Expression): readonly string[] {
  if (ts.isIdentifier(callee)) return [callee.text]
  if (ts.isPropertyAccessExpression(callee)) return [...wordsOf(callee.expression), callee.name.text]
  return ts.isCallExpression(callee) || ts.isTaggedTemplateExpression(callee)
    ? wordsOf(ts.isCallExpression(callee) ? callee.expression : callee.tag)
    : []
}

function nameOf({ arguments: [name] }: ts.CallExpression): string {
  if (name === undefined) return ''
  if (ts.isStringLiteralLike(name)) return name.text
  return ts.isTemplateExpression(name) ? name.head.text : ''
}

/** `test(name, { skip: true }, …)`. */
const skipsByOptions = (node: ts.CallExpression): boolean =>
  node.arguments.some(
    (given) =>
      ts.isObjectLiteralExpression(given) &&
      given.properties.some(
        (property) =>
          ts.isPropertyAssignment(property) &&
          ts.isIdentifier(property.name) &&
          SKIPS.has(property.name.text) &&
          property.initializer.kind !== ts.SyntaxKind.FalseKeyword,
      ),
  )
