import { lockDirectory } from '../../src/store/engine/lock.ts'

/** A process that takes a data directory and keeps it until it is killed: node hold-lock.ts DIRECTORY */
const [, , directory = ''] = process.argv
lockDirectory(directory)
console.log('held')
setInterval(() => {}, 1000)
