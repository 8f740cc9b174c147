"""The folder of the manifest. Finding it makes npe2 import the parent package; this module itself is not imported."""
