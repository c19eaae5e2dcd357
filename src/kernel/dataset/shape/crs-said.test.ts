import fc from 'fast-check'
import { expect, test } from 'vitest'
import { crsName, parseCrs, toWgs84, WEB } from './crs.ts'
import { crsOfNumber, crsOfPrj, crsOfUrn } from './crs-said.ts'
import { areaOf, lies } from './lie.ts'

const tm = (datum: string, more = '') =>
  `PROJCS["x",GEOGCS["g",DATUM["${datum}",SPHEROID["s",6378137,298.257223563]],PRIMEM["Greenwich",0]],PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",500000.0],${more}PARAMETER["Central_Meridian",107.75],PARAMETER["Scale_Factor",0.9999],UNIT["Meter",1.0]]`

test('[DAT-22] only the name of its datum says of a .prj what it is; another origin is another system', () => {
  expect(crsOfPrj(tm('D_Vietnam_2000'))).toMatchObject({ datum: 'vn2000', meridian: 107.75 })
  expect(crsOfPrj(`COMPD_CS["c",${tm('VN_2000')}]`)).toMatchObject({ datum: 'vn2000', meridian: 107.75 })
  expect(
    crsOfPrj('GEOGCS["Hanoi 1972",DATUM["D_Hanoi_1972",SPHEROID["k",6378245,298.3],TOWGS84[-17.51,-108.32,-62.39,0,0,0,0]]]'),
  ).toBeNull()
  expect(crsOfPrj(tm('VN_2000', 'PARAMETER["False_Northing",-1000000.0],'))).toBeNull()
})

const web = (projection: string, more = ''): string =>
  `PROJCS["WGS_1984_Web_Mercator",GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0]],PROJECTION["${projection}"],PARAMETER["False_Easting",0.0],${more}PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`

// 27-11-2026: layers of web maps were in no system that is known here
test('[DAT-22] the Mercator of web maps is known by its numbers and its .prj; that of an ellipsoid is another', () => {
  expect([3857, 900_913, 102_100].map(crsOfNumber)).toEqual([WEB, WEB, WEB])
  expect(crsOfUrn('urn:ogc:def:crs:EPSG::3857')).toEqual(WEB)
  expect(crsOfPrj(web('Mercator_Auxiliary_Sphere'))).toEqual(WEB)
  expect(
    crsOfPrj(
      'PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]]],PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1],EXTENSION["PROJ4","+proj=merc +a=6378137 +b=6378137"]]',
    ),
  ).toEqual(WEB)
  expect([crsOfPrj(web('Mercator')), crsOfPrj(web('Mercator_Auxiliary_Sphere', 'PARAMETER["False_Northing",10.0],'))]).toEqual([null, null])
  expect(['web-mercator', 'web-mercator/yx'].map((name) => crsName(parseCrs(name) ?? WEB))).toEqual(['web-mercator', 'web-mercator/yx'])
  expect(parseCrs('web-mercator:105')).toBeNull()
})

const R = 6_378_137
const toWeb = (longitude: number, latitude: number): readonly [number, number] => [
  (longitude * Math.PI * R) / 180,
  R * Math.log(Math.tan(Math.PI / 4 + (latitude * Math.PI) / 360)),
]

test('[DAT-22] metres of web maps are the degrees that they were made of, wherever they lie', () => {
  // the example of IOGP 373-7-2: 24°22′54.433″ N, 100°20′ W
  const [west, north] = toWgs84(WEB, -11_169_055.58, 2_800_000)
  expect([west, north]).toEqual([expect.closeTo(-100.333333, 6), expect.closeTo(24.381787, 6)])
  const degrees = (min: number, max: number) => fc.double({ min, max, noNaN: true })
  fc.assert(
    fc.property(degrees(-180, 180), degrees(-85, 85), (longitude, latitude) => {
      const [x, y] = toWgs84(WEB, ...toWeb(longitude, latitude))
      expect([x, y]).toEqual([expect.closeTo(longitude, 8), expect.closeTo(latitude, 8)])
    }),
  )
})

test('[DAT-22] metres that lie in the province as those of web maps are proposed as such', () => {
  const ring = [
    [107.8, 15.9],
    [108.4, 15.9],
    [108.4, 16.2],
    [107.8, 16.2],
    [107.8, 15.9],
  ]
  const area = areaOf('48', { type: 'Polygon', coordinates: [ring] })
  const points = [toWeb(108.2, 16.06), toWeb(108.1, 16)]
  const areas = area === null ? [] : [area]
  expect(lies(points, area, areas, [107.75], [107.75, 105]).map(({ crs, inside }) => [crs, inside])).toEqual([['web-mercator', 2]])
  const turned = points.map(([x, y]): readonly [number, number] => [y, x])
  expect(lies(turned, area, areas, [107.75], [107.75, 105])[0]?.crs).toBe('web-mercator/yx')
})
