import { speaker } from '../../base/text/text.ts'
import { dayAt } from '../../kernel/period/day.ts'
import type { DatasetRow } from '../../operations/dataset/views.ts'
import {
  addresses,
  datasetBytesHref,
  datasetDcatHref,
  datasetFileHref,
  datasetHref,
  organisationHref,
  reportFigureHref,
} from '../pages/addresses.ts'
import { crsWords } from '../pages/crs-words.ts'
import { dayWords } from '../pages/dates.ts'
import { accessRightsOf, formats, frequencyOf, licenceOf, THEMES, themeOf, VIETNAM, VIETNAMESE } from './vocabulary.ts'

/**
 * The catalogue and its datasets in the words of DCAT-AP 3, as JSON-LD whose context stands in the document itself, so that nothing
 * is fetched to read it. Only what is known is said: a licence that was not said is not there, an extent that is not kept neither.
 *
 * @source https://semiceu.github.io/DCAT-AP/releases/3.0.1/
 */
export type Node = { readonly [name: string]: unknown }

const context: Node = {
  adms: 'http://www.w3.org/ns/adms#',
  dcat: 'http://www.w3.org/ns/dcat#',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  hydra: 'http://www.w3.org/ns/hydra/core#',
  prov: 'http://www.w3.org/ns/prov#',
  rdfs: 'http://www.w3.org/2000/01/rdf-schema#',
  skos: 'http://www.w3.org/2004/02/skos/core#',
  spdx: 'http://spdx.org/rdf/terms#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** Degrees WGS 84, longitude first: what every file of ours is in. */
const CRS84 = 'http://www.opengis.net/def/crs/OGC/1.3/CRS84'

const say = speaker('vi')
const vi = (text: string): Node => ({ '@language': 'vi', '@value': text })
const iri = (id: string): Node => ({ '@id': id })
const typed = (id: string, type: string): Node => ({ '@id': id, '@type': type })
const of = (type: string, value: string): Node => ({ '@type': type, '@value': value })
/** Left out where nothing is known. */
const known = <T>(value: T | null | undefined, put: (value: T) => Node): Node => (value === null || value === undefined ? {} : put(value))

/** Whose node it is, and what its addresses begin with. */
export type Whose = { readonly origin: string; readonly locality: string }

export type Catalogue = Whose & {
  readonly datasets: readonly DatasetRow[]
  readonly total: number
  /** Paths of this part of the catalogue and of the next; null: this is the last. */
  readonly here: string
  readonly next: string | null
}

/** A part of the catalogue, with where the next part is. */
export function catalogueOf({ datasets, total, here, next, ...whose }: Catalogue): Node {
  const { origin, locality } = whose
  const home = `${origin}${addresses.datasets}`
  const last = datasets
    .map(({ changedAt }) => changedAt)
    .toSorted()
    .at(-1)
  return {
    '@context': context,
    '@graph': [
      {
        '@id': `${home}#danh-muc`,
        '@type': 'dcat:Catalog',
        'dct:title': vi(say('datasets.heading')),
        'dct:description': vi(say('dcat.description', { locality })),
        'dct:publisher': nodeOwner(whose),
        'dct:language': typed(VIETNAMESE, 'dct:LinguisticSystem'),
        'dct:spatial': typed(VIETNAM, 'dct:Location'),
        'foaf:homepage': typed(home, 'foaf:Document'),
        'dcat:themeTaxonomy': { ...typed(THEMES, 'skos:ConceptScheme'), 'dct:title': vi(say('facet.theme')) },
        ...known(last, (at) => ({ 'dct:modified': of('xsd:dateTime', at) })),
        'dcat:dataset': datasets.map(({ slug }) => iri(idOf(origin, slug))),
      },
      ...datasets.map((one) => datasetNode(one, whose)),
      {
        '@id': `${origin}${here}`,
        '@type': 'hydra:PartialCollectionView',
        'hydra:totalItems': total,
        ...known(next, (to) => ({ 'hydra:next': iri(`${origin}${to}`) })),
      },
    ],
  }
}

/** One dataset with its versions, and the days that its rows speak of. */
export function datasetDocument(one: DatasetRow, versions: readonly DatasetRow['current'][], cover: Cover | null, whose: Whose): Node {
  const id = idOf(whose.origin, one.slug)
  return {
    '@context': context,
    '@graph': [
      {
        ...datasetNode(one, whose, cover, versions.find(({ n }) => n === 1)?.recordedAt ?? null),
        'dcat:hasVersion': versions.map(({ n }) => iri(`${id}-v${n}`)),
        'dct:isReferencedBy': iri(`${whose.origin}${datasetDcatHref(one.slug)}`),
      },
      ...versions.map((version, i) => ({
        '@id': `${id}-v${version.n}`,
        '@type': 'dcat:Dataset',
        'dct:title': vi(`${one.title}, phiên bản ${version.n}`),
        'dct:description': vi(version.note ?? one.description ?? one.title),
        'dcat:version': String(version.n),
        'dct:issued': of('xsd:dateTime', version.recordedAt),
        'dcat:landingPage': typed(`${whose.origin}${datasetHref(one.slug, { 'phien-ban': version.n })}`, 'foaf:Document'),
        ...known(versions[i + 1], ({ n }) => ({ 'dcat:previousVersion': iri(`${id}-v${n}`) })),
        'dct:provenance': provenance(version),
        ...(version.fileMore.length > 0
          ? {}
          : { 'prov:wasDerivedFrom': iri(`${whose.origin}${datasetBytesHref(one.id, version.n, 'file')}`) }),
      })),
    ],
  }
}

/** First and last day; equal where the data speak of one. */
export type Cover = { readonly from: string; readonly to: string }

const idOf = (origin: string, slug: string): string => `${origin}${datasetHref(slug)}#bo-du-lieu`

const nodeOwner = ({ origin, locality }: Whose): Node => ({
  '@id': `${origin}/#don-vi`,
  '@type': 'foaf:Agent',
  'foaf:name': vi(locality),
})

/** @param first the moment of its first version; null: not known here */
function datasetNode(
  one: DatasetRow,
  whose: Whose,
  cover: Cover | null = null,
  first: string | null = one.current.n === 1 ? one.current.recordedAt : null,
): Node {
  const { origin } = whose
  const path = datasetHref(one.slug)
  const { current } = one
  const days = cover ?? (current.validOn === null ? null : { from: current.validOn, to: current.validOn })
  return {
    '@id': idOf(origin, one.slug),
    '@type': 'dcat:Dataset',
    'dct:identifier': one.id,
    'dct:title': vi(one.title),
    'dct:description': vi(one.description ?? one.title),
    ...known(first, (at) => ({ 'dct:issued': of('xsd:dateTime', at) })),
    'dct:modified': of('xsd:dateTime', one.changedAt),
    'dcat:version': String(current.n),
    ...known(current.note, (note) => ({ 'adms:versionNotes': vi(note) })),
    'dct:accessRights': typed(accessRightsOf[one.access], 'dct:RightsStatement'),
    'dct:publisher':
      one.custodian === null
        ? nodeOwner(whose)
        : {
            '@id': `${origin}${organisationHref(one.custodian)}`,
            '@type': 'foaf:Agent',
            'foaf:name': vi(one.custodianName ?? one.custodian),
          },
    'dcat:contactPoint': {
      '@type': 'vcard:Kind',
      'vcard:fn': one.custodianName ?? whose.locality,
      'vcard:hasURL': iri(`${origin}${reportFigureHref(one.slug)}`),
    },
    'dcat:landingPage': typed(`${origin}${path}`, 'foaf:Document'),
    'dct:language': typed(VIETNAMESE, 'dct:LinguisticSystem'),
    ...known(one.cadence, (cadence) => ({ 'dct:accrualPeriodicity': typed(frequencyOf[cadence], 'dct:Frequency') })),
    'dcat:theme': [...new Set(one.themes.map((theme) => themeOf[theme]))].map(({ id, label }) => ({
      ...typed(id, 'skos:Concept'),
      'skos:prefLabel': vi(label),
    })),
    'dcat:keyword': [...one.themes.map((theme) => say(`theme.${theme}`)), ...one.contents.map((content) => say(`content.${content}`))].map(
      vi,
    ),
    ...known(one.territory, (territory) => ({
      'dct:spatial': { '@type': 'dct:Location', 'skos:prefLabel': vi(territory), 'rdfs:seeAlso': iri(VIETNAM) },
    })),
    ...known(days, ({ from, to }) => ({
      'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': of('xsd:date', from), 'dcat:endDate': of('xsd:date', to) },
    })),
    // whence the custodian has it is told in words: `dct:source` is for a dataset that has an address
    'dct:provenance': [
      ...(one.source === null
        ? []
        : [{ '@type': 'dct:ProvenanceStatement', 'rdfs:label': vi(say('dcat.source', { source: one.source })) }]),
      provenance(current),
      ...(one.mapped.crs === null ? [] : [positions(one.mapped.crs, one.mapped.repaired)]),
    ],
    'dcat:distribution': distributions(one, origin),
  }
}

const provenance = (version: DatasetRow['current']): Node => ({
  '@type': 'dct:ProvenanceStatement',
  'rdfs:label': vi(
    say('dcat.provenance', {
      file: version.fileName,
      sum: version.fileSha256,
      n: version.n,
      day: dayWords(dayAt(new Date(version.recordedAt)), 'vi'),
      bad: version.badRows,
    }),
  ),
})

/** From which system, how sure, and what was mended. [DAT-86] */
const positions = (crs: string, repaired: number): Node => ({
  '@type': 'dct:ProvenanceStatement',
  'rdfs:label': vi(say('dcat.crs', { system: crsWords(crs, say) }) + (repaired === 0 ? '' : say('dcat.repaired', { n: repaired }))),
})

function distributions(one: DatasetRow, origin: string): readonly Node[] {
  const { n } = one.current
  const licence = one.licence === null ? {} : { 'dct:license': licenceNode(one.licence) }
  const rights = one.attribution === null ? {} : { 'dct:rights': { '@type': 'dct:RightsStatement', 'rdfs:label': vi(one.attribution) } }
  const kinds = ['csv', 'json', 'xlsx', ...(one.mapped.shape === null ? [] : (['geojson'] as const))] as const
  const files = kinds.map((kind) => {
    const url = `${origin}${datasetFileHref(one.slug, { dang: kind, 'phien-ban': n })}`
    return {
      '@id': `${idOf(origin, one.slug)}-v${n}-${kind}`,
      '@type': 'dcat:Distribution',
      'dct:title': vi(`${one.title} (${kind.toUpperCase()})`),
      'dct:description': vi(say(`download.${kind}`)),
      'dcat:accessURL': iri(url),
      'dcat:downloadURL': iri(url),
      'dct:format': typed(formats[kind].type, 'dct:MediaTypeOrExtent'),
      'dcat:mediaType': typed(formats[kind].media, 'dct:MediaType'),
      ...(kind === 'geojson' ? { 'dct:conformsTo': typed(CRS84, 'dct:Standard') } : {}),
      ...licence,
      ...rights,
    }
  })
  // one that holds more than the table is not for everybody who reads the catalogue [DAT-120]
  if (one.current.fileMore.length > 0) return files
  const original = `${origin}${datasetBytesHref(one.id, n, 'file')}`
  return [
    ...files,
    {
      '@id': `${idOf(origin, one.slug)}-v${n}-tep-goc`,
      '@type': 'dcat:Distribution',
      'dct:title': vi(`${one.title} (${say('download.original').toLowerCase()})`),
      'dct:description': vi(one.current.fileName),
      'dcat:accessURL': iri(original),
      'dcat:downloadURL': iri(original),
      'spdx:checksum': {
        '@type': 'spdx:Checksum',
        'spdx:algorithm': typed('http://spdx.org/rdf/terms#checksumAlgorithm_sha256', 'spdx:ChecksumAlgorithm'),
        'spdx:checksumValue': of('xsd:hexBinary', one.current.fileSha256),
      },
      ...licence,
      ...rights,
    },
  ]
}

function licenceNode(words: string): Node {
  const id = licenceOf(words)
  return { ...(id === null ? {} : { '@id': id }), '@type': 'dct:LicenseDocument', 'rdfs:label': vi(words) }
}
