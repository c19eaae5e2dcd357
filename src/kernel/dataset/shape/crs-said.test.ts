import { expect, test } from 'vitest'
import { crsOfPrj } from './crs-said.ts'

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
