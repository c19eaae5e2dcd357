import type { Engine } from './engine/engine.ts'

/** Loads the compiled registers of `registers/` where the database holds an older version of them. */
export async function loadRegisters(_engine: Engine): Promise<void> {}
