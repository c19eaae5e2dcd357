import { placeCarry } from './carry-figures.ts'
import { placePredecessors, placeSuccessors } from './follow-place.ts'
import { placeGet } from './get-place.ts'
import { placeList } from './list-places.ts'
import { placeOutlines } from './outline-places.ts'
import { placeResolve } from './resolve-place.ts'

export const placeOperations = [placeResolve, placeList, placeGet, placeSuccessors, placePredecessors, placeOutlines, placeCarry] as const
