/** The name, message and status of the error a request ends in. */
export const errorOf = (request: Promise<unknown>) =>
  request.then(
    () => 'no error',
    ({ name, message, $metadata }: { name: string; message: string; $metadata: { httpStatusCode: number } }) => ({
      name, message, status: $metadata.httpStatusCode,
    }),
  )

/** The same without its message. */
export const refusalOf = async (request: Promise<unknown>) => {
  const error = await errorOf(request)
  return typeof error === 'string' ? error : { name: error.name, status: error.status }
}

export const invalid = { name: 'InvalidRequestException', status: 400 }
export const missing = { name: 'ResourceNotFoundException', status: 404 }
export const taken = { name: 'ResourceAlreadyExistsException', status: 409 }
export const outdated = { name: 'VersionConflictException', status: 409 }
