import { isRecord } from '@keg/aws-service'
import { isTooDeep, MAX_LEVELS } from '../json/levels.ts'
import { checkFunctions, isCall, type Mappings } from './intrinsic-function.ts'
import { templateFault } from './template-fault.ts'

/** What to do with a part of something that is there already. */
export type Override = 'DO_NOTHING' | 'REPLACE' | 'FAIL' | 'MERGE'

/** A resource of a template, its functions not yet evaluated. */
export interface TemplateResource {
  readonly logicalId: string
  readonly properties: Readonly<Record<string, unknown>>
  readonly overrides: Readonly<Record<string, Override>>
}

/** A provisioning template document, read. */
export interface TemplateDocument {
  /** Defaults of the declared parameters; `undefined` where there is none. */
  readonly parameters: ReadonlyMap<string, string | undefined>
  readonly mappings: Mappings
  readonly thing: TemplateResource | undefined
  readonly certificate: TemplateResource | undefined
  readonly policies: readonly TemplateResource[]
  readonly deviceConfiguration: Readonly<Record<string, unknown>>
}

/** The properties of a kind of resource, and what may override which. */
interface ResourceKind {
  readonly properties: readonly string[]
  readonly overrides: Readonly<Record<string, readonly Override[]>>
}

const KEEP_OR_NOT = ['DO_NOTHING', 'REPLACE', 'FAIL'] as const
const KINDS: Readonly<Record<string, ResourceKind>> = {
  'AWS::IoT::Thing': {
    properties: ['ThingName', 'AttributePayload', 'ThingTypeName', 'ThingGroups', 'BillingGroup'],
    overrides: { AttributePayload: [...KEEP_OR_NOT, 'MERGE'], ThingTypeName: KEEP_OR_NOT, ThingGroups: [...KEEP_OR_NOT, 'MERGE'] },
  },
  'AWS::IoT::Certificate': {
    properties: [
      'CertificateSigningRequest', 'CertificateId', 'CertificateID', 'CertificatePem', 'CACertificatePem', 'Status', 'ThingPrincipalType',
    ],
    overrides: { Status: KEEP_OR_NOT },
  },
  'AWS::IoT::Policy': { properties: ['PolicyName', 'PolicyDocument'], overrides: {} },
}
/** The longest of CreateProvisioningTemplate's templateBody. */
const MAX_CHARACTERS = 10_240

/**
 * Reads a provisioning template. Throws LocalIotError TEMPLATE_INVALID, which says where.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/provision-template.html
 */
export function parseTemplate(text: string): TemplateDocument {
  if (text.length > MAX_CHARACTERS) throw templateFault('The template', `has more than ${MAX_CHARACTERS} characters`)
  const document = parsed(text)
  const mappings = section(document, 'Mappings')
  checkMappings(mappings)
  const deviceConfiguration = section(document, 'DeviceConfiguration')
  checkDeviceConfiguration(deviceConfiguration)
  return {
    parameters: parametersOf(section(document, 'Parameters')), mappings: mappings as Mappings, deviceConfiguration,
    ...resourcesOf(document),
  }
}

function parsed(text: string): Readonly<Record<string, unknown>> {
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    // Said below.
  }
  if (!isRecord(document)) throw templateFault('The template', 'is no JSON object')
  if (isTooDeep(document)) throw templateFault('The template', `has more than ${MAX_LEVELS} levels of objects and lists`)
  return document
}

function section(document: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> {
  const value = document[name] ?? {}
  if (!isRecord(value)) throw templateFault(name, 'is no object')
  return value
}

function parametersOf(section: Readonly<Record<string, unknown>>): ReadonlyMap<string, string | undefined> {
  return new Map(Object.entries(section).map(([name, declared]) => {
    const where = `Parameters.${name}`
    if (!isRecord(declared)) throw templateFault(where, 'is no object')
    const { Type: type, Default: value, ...others } = declared
    if (type !== 'String') throw templateFault(`${where}.Type`, `is "String", not ${JSON.stringify(type)}`)
    if (value !== undefined && typeof value !== 'string') throw templateFault(`${where}.Default`, 'is a text')
    const [other] = Object.keys(others)
    if (other !== undefined) throw templateFault(`${where}.${other}`, 'is neither Type nor Default')
    return [name, value]
  }))
}

// No functions in this section: provision-template.html#mappings
function checkMappings(section: Readonly<Record<string, unknown>>): void {
  for (const [name, map] of Object.entries(section)) {
    if (!isRecord(map)) throw templateFault(`Mappings.${name}`, 'is no object')
    for (const [key, values] of Object.entries(map)) {
      const where = `Mappings.${name}.${key}`
      if (!isRecord(values)) throw templateFault(where, 'is no object')
      if (isCall(values) || Object.values(values).some(isCall)) throw templateFault(where, 'Mappings has no functions')
    }
  }
}

// No nested objects in this section: provision-template.html#device-config
function checkDeviceConfiguration(section: Readonly<Record<string, unknown>>): void {
  for (const [name, value] of Object.entries(section)) {
    const where = `DeviceConfiguration.${name}`
    if ([value].flat().some((part) => isRecord(part) && !isCall(part)))
      throw templateFault(where, 'DeviceConfiguration has no nested objects')
    checkFunctions(value, where)
  }
}

function resourcesOf(document: Readonly<Record<string, unknown>>): Pick<TemplateDocument, 'thing' | 'certificate' | 'policies'> {
  if (document['Resources'] === undefined) throw templateFault('Resources', 'is missing')
  const resources = Object.entries(section(document, 'Resources')).map(([logicalId, resource]) => readResource(logicalId, resource))
  const ofKind = (kind: string) => resources.filter(({ type }) => type === kind)
  const one = (kind: string) => {
    const [first, second] = ofKind(kind)
    if (second !== undefined) throw templateFault(`Resources.${second.logicalId}`, `is a second ${kind}; a template has one at most`)
    return first
  }
  return { thing: one('AWS::IoT::Thing'), certificate: one('AWS::IoT::Certificate'), policies: ofKind('AWS::IoT::Policy') }
}

function readResource(logicalId: string, resource: unknown): TemplateResource & { readonly type: string } {
  const where = `Resources.${logicalId}`
  if (!isRecord(resource)) throw templateFault(where, 'is no object')
  const { Type: type, Properties: properties = {}, OverrideSettings: overrides = {} } = resource
  const kind = typeof type === 'string' && Object.hasOwn(KINDS, type) ? KINDS[type] : undefined
  if (kind === undefined || typeof type !== 'string')
    throw templateFault(`${where}.Type`, `is one of ${Object.keys(KINDS).join(', ')}, not ${JSON.stringify(type)}`)
  if (!isRecord(properties)) throw templateFault(`${where}.Properties`, 'is no object')
  const unknown = Object.keys(properties).find((name) => !kind.properties.includes(name))
  if (unknown !== undefined)
    throw templateFault(`${where}.Properties.${unknown}`, `is no property of ${type} that is known here: ${kind.properties.join(', ')}`)
  checkFunctions(properties, `${where}.Properties`)
  return { logicalId, type, properties, overrides: checkedOverrides(overrides, kind, `${where}.OverrideSettings`) }
}

function checkedOverrides(overrides: unknown, kind: ResourceKind, where: string): Readonly<Record<string, Override>> {
  if (!isRecord(overrides)) throw templateFault(where, 'is no object')
  for (const [name, value] of Object.entries(overrides)) {
    const allowed: readonly unknown[] = Object.hasOwn(kind.overrides, name) ? (kind.overrides[name] ?? []) : []
    if (allowed.length === 0) throw templateFault(`${where}.${name}`, 'has no override settings')
    if (!allowed.includes(value)) throw templateFault(`${where}.${name}`, `is one of ${allowed.join(', ')}, not ${JSON.stringify(value)}`)
  }
  // Each was just checked to be one.
  return overrides as Readonly<Record<string, Override>>
}
