export {
  defineMessage, parseJson, type Decoded, type DecodeFailure, type Message, type MessageTopic, type MessageValue,
} from './define-message.ts'
export { shortened } from './keepable.ts'
export { hasResidents, partResidents, stays, type Parted } from './residency.ts'
export { registry, type MessageRegistry } from './registry.ts'
export { upgradeFrom, type Upgrade, type Upgrades } from './upgrade.ts'
