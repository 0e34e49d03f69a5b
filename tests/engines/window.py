"""A bare window of WebKitGTK for WebKitWebDriver, run by the system's Python, which has python3-gi.

Unlike WebKit's own MiniBrowser it has no toolbar, so that a page can be 320 pixels wide, and it keeps a console: WebKit
writes none for the private sessions of MiniBrowser. WEBKIT_CONSOLE names its file, WEBKIT_DATA the folder of its profile.
"""

import os

console = os.open(os.environ["WEBKIT_CONSOLE"], os.O_WRONLY | os.O_CREAT | os.O_APPEND)
os.dup2(console, 1)
os.dup2(console, 2)

import gi  # noqa: E402

gi.require_version("Gtk", "3.0")
gi.require_version("WebKit2", "4.1")
from gi.repository import Gtk, WebKit2  # noqa: E402

FOLDER = os.environ["WEBKIT_DATA"]
manager = WebKit2.WebsiteDataManager(base_data_directory=FOLDER, base_cache_directory=FOLDER)
context = WebKit2.WebContext(website_data_manager=manager)
context.set_automation_allowed(True)


def view_for(_session):
    """The window of a session."""
    settings = WebKit2.Settings()
    settings.set_enable_write_console_messages_to_stdout(True)
    settings.set_hardware_acceleration_policy(WebKit2.HardwareAccelerationPolicy.NEVER)
    view = WebKit2.WebView(web_context=context, is_controlled_by_automation=True, settings=settings)
    window = Gtk.Window()
    window.set_decorated(False)
    window.set_default_size(1280, 800)
    window.add(view)
    window.show_all()
    return view


context.connect("automation-started", lambda _context, session: session.connect("create-web-view", view_for))
Gtk.main()
