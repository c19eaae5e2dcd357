import { z } from 'zod'

/** What an answer of the registers, of places and of organisations, must be read with. [PLA-2] [ORG-19] */
export const warnings = z.array(z.enum(['before-register'])).meta({
  description:
    'before-register: the day lies before 2025-03-01, the first day the register knows whole; names and codes may have been others',
})

/** The day of the one list from before the reform. */
const REGISTER_FROM = '2025-03-01'
export const warningsOn = (on: string): 'before-register'[] => (on < REGISTER_FROM ? ['before-register'] : [])
