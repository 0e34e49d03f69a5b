"""Opens a WebKitGTK window without toolbars. Both webkit.py and the WebKit driver start this program. It runs in the system's
Python, not in the virtual environment.

We do not use WebKitGTK's own MiniBrowser for two reasons: its toolbar cannot be narrower than 447 px, and its private session
logs no console output. A window that the driver controls cannot print, so `--print ADDRESS FILE` opens a window that the driver
does not control. See https://webkitgtk.org/reference/webkit2gtk/stable/.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

import gi

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")

from gi.repository import GLib, Gtk, WebKit2  # noqa: E402 (the versions must be named first)


def view(context: WebKit2.WebContext, *, automation: bool) -> WebKit2.WebView:
    settings = WebKit2.Settings()
    settings.set_enable_write_console_messages_to_stdout(True)
    settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    settings.set_enable_javascript("--no-script" not in sys.argv)
    settings.set_enable_html5_local_storage("--no-storage" not in sys.argv)
    shown = WebKit2.WebView(web_context=context, is_controlled_by_automation=automation, settings=settings)
    shown.connect("web-process-terminated", lambda _, why: print("CONSOLE PROCESS ERROR ended:", why.value_nick, flush=True))
    window = Gtk.Window(decorated=False, default_width=1280, default_height=800)
    window.add(shown)
    window.show_all()
    shown.grab_focus()
    return shown


def drive(context: WebKit2.WebContext) -> None:
    """Open a window for each session that the driver starts. Write the pages' console output to the file WEBKIT_CONSOLE."""
    console = os.open(os.environ["WEBKIT_CONSOLE"], os.O_WRONLY | os.O_APPEND)
    for stream in (1, 2):
        os.dup2(console, stream)
    context.set_automation_allowed(True)

    def started(_: WebKit2.WebContext, session: WebKit2.AutomationSession) -> None:
        session.connect("create-web-view", lambda _: view(context, automation=True))

    context.connect("automation-started", started)


def print_to(context: WebKit2.WebContext, address: str, target: str) -> None:
    shown = view(context, automation=False)

    def loaded(_: WebKit2.WebView, event: WebKit2.LoadEvent) -> None:
        if event != WebKit2.LoadEvent.FINISHED:
            return
        to_file = Gtk.PrintSettings()
        to_file.set_printer("Print to File")
        to_file.set(Gtk.PRINT_SETTINGS_OUTPUT_FILE_FORMAT, "pdf")
        to_file.set(Gtk.PRINT_SETTINGS_OUTPUT_URI, Path(target).resolve().as_uri())
        paper = Gtk.PageSetup()
        paper.set_paper_size_and_default_margins(Gtk.PaperSize.new("iso_a4"))
        loaded.work = WebKit2.PrintOperation.new(shown)
        loaded.work.set_print_settings(to_file)
        loaded.work.set_page_setup(paper)
        loaded.work.connect("finished", lambda _: Gtk.main_quit())
        loaded.work.connect("failed", lambda _, error: (print(error.message, file=sys.stderr), Gtk.main_quit()))
        loaded.work.print_()

    shown.connect("load-changed", loaded)
    shown.load_uri(address)
    GLib.timeout_add_seconds(60, Gtk.main_quit)


if __name__ == "__main__":
    # with a data folder, the session is not private, so WebKit logs the console output
    data = os.environ["WEBKIT_DATA"]
    web = WebKit2.WebContext(website_data_manager=WebKit2.WebsiteDataManager(base_data_directory=data, base_cache_directory=data))
    if "--print" in sys.argv:
        print_to(web, *sys.argv[2:4])
    else:
        drive(web)
    Gtk.main()
