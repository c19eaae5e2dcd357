/**
 * Whether the name of a file says what its bytes are. Windows goes by the name alone: text called «.bat» runs, so the name is
 * looked at wherever one is given, when the bytes come in and when a file is named in an act. [TSK-19]
 */
const RUNS: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/x-msi',
  'application/wasm',
  'application/vnd.android.package-archive',
  'application/java-archive',
  'text/x-script',
])
const RUNS_BY_NAME = new RegExp(
  `\\.(?:${[
    'bat|cmd|com|exe|pif|scr|cpl|msi|msp|mst|application|appref-ms|gadget|jar',
    'ps1|psm1|psd1|ps1xml|vb|vbs|vbe|js|jse|ws|wsf|wsc|wsh|sct|hta|sh|reg|inf',
    // what opens something else: a console, a shortcut, an address, a page of help that runs
    'msc|lnk|url|website|scf|chm|hlp|settingcontent-ms|library-ms|search-ms|desktop|xll',
  ].join('|')})$`,
  'i',
)

/** What the bytes of a name must be. Names with another ending are taken as what they are. */
const ZIP = /^application\/(?:zip|vnd\.openxmlformats|vnd\.oasis)/
const EXPECTED: Readonly<Record<string, RegExp>> = {
  pdf: /^application\/pdf$/,
  png: /^image\/png$/,
  jpg: /^image\/jpeg$/,
  jpeg: /^image\/jpeg$/,
  tif: /^image\/tiff$/,
  tiff: /^image\/tiff$/,
  docx: ZIP,
  docm: ZIP,
  dotx: ZIP,
  dotm: ZIP,
  xlsx: ZIP,
  xlsm: ZIP,
  xltx: ZIP,
  xltm: ZIP,
  pptx: ZIP,
  pptm: ZIP,
  ppsx: ZIP,
  ppsm: ZIP,
  odt: ZIP,
  ods: ZIP,
  zip: ZIP,
  doc: /^application\/(?:x-cfb|msword|rtf)$/,
  xls: /^application\/(?:x-cfb|vnd\.ms-excel)$/,
  txt: /^text\/plain$/,
  csv: /^text\/plain$/,
}

/** @param mediaType by the first bytes @returns why such a file is not taken under such a name; null: it is */
export function refusedName(name: string, mediaType: string): 'file-runs' | 'file-misnamed' | null {
  // Windows drops what stands after the ending: «a.bat. .» is a.bat
  const ends = name.replace(/[.\s]+$/u, '')
  if (RUNS.has(mediaType) || RUNS_BY_NAME.test(ends)) return 'file-runs'
  const expected = EXPECTED[/\.(\w{1,5})$/.exec(ends)?.[1]?.toLowerCase() ?? '']
  return expected === undefined || expected.test(mediaType) ? null : 'file-misnamed'
}
