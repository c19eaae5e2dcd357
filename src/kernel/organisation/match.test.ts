import { expect, test } from 'vitest'
import { foldCalled, isExact, organisationMatcher } from './match.ts'
import { readOrganisationQuery } from './query.ts'

const called = (name: string, abbreviation: string, of: string) => ({ name, of, folded: foldCalled(name, abbreviation, of) })
const finance = called('Sở Tài chính', 'STC', 'Đà Nẵng')
const inspectorate = called('Thanh tra thành phố', 'TT', 'Đà Nẵng')
const committee = called('UBND thành phố Đà Nẵng', 'UBND', 'Đà Nẵng')
const against = (text: string, one: typeof finance): ReturnType<ReturnType<typeof organisationMatcher>> =>
  organisationMatcher(readOrganisationQuery(text))(one)

test('[ORG-1] name, abbreviation, lost marks, a slip: each says how it was met', () => {
  expect(['Sở Tài chính', 'STC', 'so tai chinh', 'Sở Tài chínhh', 'Sở Xây dựng'].map((text) => against(text, finance))).toEqual([
    { by: 'name', corrected: null },
    { by: 'abbreviation', corrected: null },
    { by: 'marks', corrected: null },
    { by: 'slip', corrected: 'Sở Tài chính' },
    null,
  ])
})

test('[ORG-1] whose body it is may be said or left off', () => {
  expect(
    ['Sở Tài chính Đà Nẵng', 'Sở Tài chính thành phố Đà Nẵng', 'Sở Tài chính (Đà Nẵng)'].map((text) => against(text, finance)?.by),
  ).toEqual(['name', 'name', 'name'])
  expect(['Thanh tra', 'Thanh tra TP', 'Thanh tra thành phố Đà Nẵng'].map((text) => against(text, inspectorate)?.by)).toEqual([
    'name',
    'name',
    'name',
  ])
})

test('[ORG-1] the body of another locality is another body', () => {
  expect(['Sở Tài chính (Quảng Nam)', 'Sở Tài chính, tỉnh Quảng Nam'].map((text) => against(text, finance))).toEqual([null, null])
})

test('[ORG-1] a beginning is shown, and is not taken for the name', () => {
  const matched = against('UBND thành phố', committee)
  expect([matched, isExact(matched)]).toEqual([{ by: 'beginning', corrected: null }, false])
})
