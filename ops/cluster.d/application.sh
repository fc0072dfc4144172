# placeholder
require_application() { :; }
start_applications() { :; }
https_port_suffix() { :; }
