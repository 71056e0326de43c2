/** `decode` of protobuf takes as many: data, 'proto', bucket, key, file name, message type. */
export const PROTO_ARGUMENTS = 6
