import { hash, isRecord } from '@keg/aws-service'
import { LocalIotError } from '../errors/local-iot-error.ts'
import { evaluated, type Scope } from './intrinsic-function.ts'
import { templateFault } from './template-fault.ts'
import type { Override, TemplateDocument, TemplateResource } from './template.ts'

/** What a template asks for with these parameters. */
export interface ProvisioningPlan {
  readonly thing: PlannedThing | undefined
  readonly certificate: PlannedCertificate | undefined
  readonly policies: readonly PlannedPolicy[]
  readonly deviceConfiguration: Readonly<Record<string, unknown>>
}

export interface PlannedThing {
  readonly logicalId: string
  readonly thingName: string
  /** Absent = the template says nothing of them; so for the others. */
  readonly attributes: Readonly<Record<string, string>> | undefined
  readonly thingTypeName: string | undefined
  readonly thingGroups: readonly string[] | undefined
  readonly billingGroupName: string | undefined
  readonly overrides: { readonly attributes: Override; readonly thingTypeName: Override; readonly thingGroups: Override }
}

export type CertificateSource =
  | { readonly certificateId: string }
  | { readonly certificateSigningRequest: string }
  | { readonly certificatePem: string; readonly caCertificatePem: string | undefined }

export interface PlannedCertificate {
  readonly logicalId: string
  readonly source: CertificateSource
  readonly status: 'ACTIVE' | 'INACTIVE'
  /** What becomes of the status of a certificate that is there and not pending. */
  readonly override: Override
  readonly thingPrincipalType: 'EXCLUSIVE_THING' | 'NON_EXCLUSIVE_THING'
}

/** Absent document = the policy is there already. */
export interface PlannedPolicy {
  readonly logicalId: string
  readonly policyName: string
  readonly policyDocument: string | undefined
}

/**
 * Evaluates a template. Throws LocalIotError: PARAMETER_MISSING for a declared parameter without a value, TEMPLATE_INVALID where a value is
 * none that its place can have.
 */
export function planOf(template: TemplateDocument, given: Readonly<Record<string, string>>): ProvisioningPlan {
  const { mappings, thing, certificate, policies, deviceConfiguration } = template
  const scope = { parameters: parametersOf(template, given), mappings }
  return {
    thing: thing === undefined ? undefined : plannedThing(thing, scope),
    certificate: certificate === undefined ? undefined : plannedCertificate(certificate, scope),
    policies: policies.map((policy) => plannedPolicy(policy, scope)),
    deviceConfiguration: evaluated(deviceConfiguration, scope, 'DeviceConfiguration') as Readonly<Record<string, unknown>>,
  }
}

function parametersOf({ parameters }: TemplateDocument, given: Readonly<Record<string, string>>): ReadonlyMap<string, string> {
  const values = new Map(Object.entries(given))
  for (const [name, value] of parameters) {
    if (values.has(name)) continue
    if (value === undefined)
      throw new LocalIotError('PARAMETER_MISSING', `The parameter ${name} is missing; the template has no default for it.`)
    values.set(name, value)
  }
  return values
}

function plannedThing(resource: TemplateResource, scope: Scope): PlannedThing {
  const { logicalId, overrides } = resource
  const {
    AttributePayload: attributes = 'DO_NOTHING', ThingTypeName: thingTypeName = 'DO_NOTHING', ThingGroups: thingGroups = 'DO_NOTHING',
  } = overrides
  const { text, required, at, value } = properties(resource, scope)
  return {
    logicalId,
    thingName: required('ThingName'),
    attributes: attributesOf(value('AttributePayload'), at('AttributePayload')),
    thingTypeName: text('ThingTypeName'),
    thingGroups: textsOf(value('ThingGroups'), at('ThingGroups')),
    billingGroupName: text('BillingGroup'),
    overrides: { attributes, thingTypeName, thingGroups },
  }
}

function plannedCertificate(resource: TemplateResource, scope: Scope): PlannedCertificate {
  const { logicalId, overrides } = resource
  const { text, at, oneOf } = properties(resource, scope)
  const certificateId = text('CertificateId') ?? text('CertificateID')
  const certificateSigningRequest = text('CertificateSigningRequest')
  const certificatePem = text('CertificatePem')
  const caCertificatePem = text('CACertificatePem')
  const sources: CertificateSource[] = [
    ...(certificateId === undefined ? [] : [{ certificateId: certificateId.toLowerCase() }]),
    ...(certificateSigningRequest === undefined ? [] : [{ certificateSigningRequest }]),
    ...(certificatePem === undefined ? [] : [{ certificatePem, caCertificatePem }]),
  ]
  const [source, another] = sources
  if (source === undefined || another !== undefined) {
    throw templateFault(at('CertificateId'), 'give one of CertificateId, CertificateSigningRequest and CertificatePem')
  }
  return {
    logicalId, source,
    status: oneOf('Status', ['ACTIVE', 'INACTIVE']) ?? 'ACTIVE',
    override: overrides['Status'] ?? 'DO_NOTHING',
    thingPrincipalType: oneOf('ThingPrincipalType', ['EXCLUSIVE_THING', 'NON_EXCLUSIVE_THING']) ?? 'NON_EXCLUSIVE_THING',
  }
}

function plannedPolicy(resource: TemplateResource, scope: Scope): PlannedPolicy {
  const { logicalId } = resource
  const { text, at } = properties(resource, scope)
  const [name, policyDocument] = [text('PolicyName'), text('PolicyDocument')]
  if ((name === undefined) === (policyDocument === undefined))
    throw templateFault(at('PolicyName'), 'give either PolicyName or PolicyDocument')
  // The name of a policy that is given by its document: provision-template.html#policy-resources
  return { logicalId, policyName: name ?? hash(policyDocument ?? ''), policyDocument }
}

function properties({ logicalId, properties: all }: TemplateResource, scope: Scope) {
  const at = (name: string) => `Resources.${logicalId}.Properties.${name}`
  const value = (name: string) => evaluated(all[name], scope, at(name))
  const text = (name: string) => {
    const found = value(name)
    if (found === undefined || (typeof found === 'string' && found !== '')) return found
    throw templateFault(at(name), `is a text, not ${JSON.stringify(found)}`)
  }
  const required = (name: string) => {
    const found = text(name)
    if (found === undefined) throw templateFault(at(name), 'is missing')
    return found
  }
  // AWS's own examples write "Active", too.
  const oneOf = <const Value extends string>(name: string, values: readonly Value[]): Value | undefined => {
    const found = text(name)
    const known = values.find((one) => one === found?.toUpperCase())
    if (found !== undefined && known === undefined)
      throw templateFault(at(name), `is one of ${values.join(', ')}, not ${JSON.stringify(found)}`)
    return known
  }
  return { at, value, text, required, oneOf }
}

function attributesOf(value: unknown, where: string): Readonly<Record<string, string>> | undefined {
  if (value === undefined) return undefined
  if (!isRecord(value)) throw templateFault(where, 'is no object')
  return Object.fromEntries(Object.entries(value).map(([name, attribute]) => {
    if (typeof attribute !== 'string') throw templateFault(`${where}.${name}`, `is a text, not ${JSON.stringify(attribute)}`)
    return [name, attribute]
  }))
}

function textsOf(value: unknown, where: string): readonly string[] | undefined {
  if (value === undefined) return undefined
  if (!Array.isArray(value)) throw templateFault(where, 'is no list')
  return value.map((text: unknown, index) => {
    if (typeof text !== 'string') throw templateFault(`${where}[${index}]`, `is a text, not ${JSON.stringify(text)}`)
    return text
  })
}
