import { listenForControl } from '../../src/main/control.ts'

/** Listens for commands until it is killed, and answers with its name: node listen.ts DIRECTORY NAME */
const [, , directory = '', name = ''] = process.argv
const server = await listenForControl(directory, async (asked) => `${name}: ${String(asked)}`)
server.ref()
console.log('listening')
