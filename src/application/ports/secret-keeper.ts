/** Where the API key is kept. */
export type SecretKeeper = {
  readonly kind: 'environment' | 'safe_storage' | 'keyring' | 'file'
  read(): string | null
  /** False where this place cannot be written to. */
  write(key: string): boolean
}
