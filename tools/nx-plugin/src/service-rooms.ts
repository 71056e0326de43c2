import type { Tree } from '@nx/devkit'

/** Where the services of `local-cloud` are, a line each. */
export const SERVICES = 'packages/local-cloud/src/services'
export const SERVICES_INDEX = `${SERVICES}/index.ts`

/** The room of a service. */
export interface ServiceRoom {
  /** As `packages/local-cloud/src/services/sqs`. */
  readonly folder: string
  /** What its `name.ts` exports: `sqs`. */
  readonly name: string
}

/** The room whose types begin like this, as `AWS::SQS`. Throws where there is none, with what makes one. */
export function roomOfType(tree: Tree, start: string): ServiceRoom {
  const [before, after] = index(tree).split(`'${start}'`)
  // An entry may have more lines than one: the last that begins above is the one.
  const room = after === undefined ? undefined : [...(before ?? '').matchAll(/^ {2}'?([\w-]+)'?: \{/gm)].at(-1)?.[1]
  if (room === undefined)
    throw new Error(`No service of ${SERVICES_INDEX} has types ${start}::…: make it first by nx g @keg/nx-plugin:service.`)
  return roomOf(tree, room)
}

/** The room of this name. Throws where there is none. */
export function roomOf(tree: Tree, room: string): ServiceRoom {
  const folder = `${SERVICES}/${room}`
  const [, name] = /export const (\w+) = serviceName/.exec(tree.read(`${folder}/name.ts`, 'utf8') ?? '') ?? []
  if (name === undefined) throw new Error(`${folder} is no room of a service: make it first by nx g @keg/nx-plugin:service ${room}.`)
  return { folder, name }
}

const index = (tree: Tree): string => tree.read(SERVICES_INDEX, 'utf8') ?? ''
