/** Makes the database image that a new data directory starts from: run by prestart, timed apart from the start. */
import { prepareImage } from '../src/main/image.ts'

const started = performance.now()
await prepareImage((line) => console.log(line))
const seconds = (performance.now() - started) / 1000
if (seconds > 1) console.log(`Xong sau ${seconds.toFixed(0)} giây. / Done in ${seconds.toFixed(0)} s.`)
