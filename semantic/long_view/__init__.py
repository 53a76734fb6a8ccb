"""Every nøgletal by every unit and period as rows of one relation, computed when it is asked for."""
