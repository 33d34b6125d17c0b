"""What a release for an office needs beside the frozen folder: icon, version resource, licences, pins, installer."""
