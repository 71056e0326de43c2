export { mergeConfiguration, type ComponentDeclaration, type Configuration } from './components.ts'
export { startGreengrassPeer, type GreengrassPeer, type PeerOptions } from './nucleus/peer.ts'
export type { CloudLine, CloudMessage, SpoolCounts } from './spooler.ts'
