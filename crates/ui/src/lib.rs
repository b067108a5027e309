//! The editor's components, shared by the app and the widget.
