/**
 * Makes search work in the offline pack. Browsers refuse workers on pages opened from files, so the
 * search worker runs in a hidden frame instead: the frame loads the worker's script, and messages go
 * back and forth as with a worker. Material would otherwise load its own IFrameWorker from a third party.
 */
window.IFrameWorker = class extends EventTarget {
  constructor(address) {
    super()
    const frame = document.createElement("iframe")
    frame.hidden = true
    const ready = new Promise(resolve => frame.addEventListener("load", () => {
      const inside = frame.contentWindow
      inside.postMessage = data => this.dispatchEvent(new MessageEvent("message", { data }))
      const script = inside.document.createElement("script")
      script.src = address
      script.onload = () => resolve(inside)
      inside.document.body.append(script)
    }, { once: true }))
    document.body.append(frame)
    this.postMessage = async data => {
      const inside = await ready
      inside.dispatchEvent(new inside.MessageEvent("message", { data }))
    }
  }
}
if (location.protocol === "file:") window.Worker = window.IFrameWorker
