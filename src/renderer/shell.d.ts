/** What the Electron preload exposes; in a browser neither is there. */
interface Window {
  readonly torogozShell?: 'electron'
  readonly torogoz?: { requestPort(): void }
}
