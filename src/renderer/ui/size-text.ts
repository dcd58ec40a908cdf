const KILO = 1024

/** "640 kB", "12.4 MB", "1.2 GB" */
export const sizeText = (bytes: number): string => {
  if (bytes < KILO * KILO) return `${Math.ceil(bytes / KILO)} kB`
  const megabytes = bytes / KILO / KILO
  return megabytes < KILO ? `${megabytes.toFixed(1)} MB` : `${(megabytes / KILO).toFixed(1)} GB`
}
