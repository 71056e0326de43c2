/** AWS IoT Core's control plane, as resources use it. */
export interface Iot {
  /** The input is what the template says; the operation itself checks it, and throws AWS's error. */
  call(operation: IotOperation, input: object): Promise<unknown>
}

/** The operations of AWS IoT that resources are created with. */
export type IotOperation = 'CreateTopicRule' | 'CreatePolicy' | 'CreateAuthorizer'
