import type { PayloadFormat } from '../reserved-topics/payload-format.ts'

/** What a message on a topic of device provisioning asks for. */
export type ProvisioningRequest =
  | { readonly operation: 'CreateKeysAndCertificate'; readonly format: PayloadFormat }
  | { readonly operation: 'CreateCertificateFromCsr'; readonly format: PayloadFormat }
  | { readonly operation: 'RegisterThing'; readonly templateName: string; readonly format: PayloadFormat }

const TOPIC =
  /^\$aws\/(?:certificates\/(?<create>create|create-from-csr)|provisioning-templates\/(?<template>[^/]+)\/provision)\/(?<format>json|cbor)$/

/**
 * Reads a request topic; `undefined` for any other.
 *
 * @see https://docs.aws.amazon.com/iot/latest/developerguide/fleet-provision-api.html
 */
export function provisioningRequest(topic: string): ProvisioningRequest | undefined {
  const { create, template, format: name } = TOPIC.exec(topic)?.groups ?? {}
  if (name === undefined) return undefined
  const format = name === 'cbor' ? 'cbor' : 'json'
  if (template !== undefined) return { operation: 'RegisterThing', templateName: template, format }
  return { operation: create === 'create' ? 'CreateKeysAndCertificate' : 'CreateCertificateFromCsr', format }
}
