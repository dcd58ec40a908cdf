import { contextBridge, ipcRenderer } from 'electron'

/** The page's whole view of the shell: it may ask for a port to the engine, and gets it as a window message. */
contextBridge.exposeInMainWorld('torogozShell', 'electron')
contextBridge.exposeInMainWorld('torogoz', {
  requestPort: () => ipcRenderer.send('torogoz:want-port'),
})

ipcRenderer.on('torogoz:port', (event) => {
  window.postMessage('torogoz:port', window.location.origin, event.ports)
})
