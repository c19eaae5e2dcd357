import { prepareImage } from '../../src/main/image.ts'

/** The database image that every store test starts from, made once. */
export async function setup(): Promise<void> {
  await prepareImage((line) => console.log(line))
}
